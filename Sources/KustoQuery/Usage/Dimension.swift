import UsageModel

/// Who and what tokens are counted for.
enum Dimension: String, CaseIterable, Hashable, Sendable {
  case subscription
  case user
  case feature
  case model

  /// What the queries call it.
  var column: Column {
    switch self {
    case .subscription: .subscriptionID
    case .user: .userID
    case .feature: .featureID
    case .model: .modelID
    }
  }

  /// The property that holds it; nil where none is mapped.
  func property(in mapping: DimensionMapping) -> String? {
    switch self {
    case .subscription: mapping.subscription
    case .user: mapping.user
    case .feature: mapping.feature
    case .model: mapping.model
    }
  }
}
