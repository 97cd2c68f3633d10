/// A column of an answer.
package struct ResultColumn: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case text
    case whole
    case real
    case moment
  }

  package let name: String
  package let kind: Kind

  init(_ column: Column) {
    name = column.rawValue
    kind =
      switch column {
      case .day, .first, .last: .moment
      case .median, .percentile95, .percentile99, .longest: .real
      case .metric, .key, .dimension, .resource, .role, .subscriptionID, .userID, .featureID,
        .modelID:
        .text
      default: .whole
      }
  }
}
