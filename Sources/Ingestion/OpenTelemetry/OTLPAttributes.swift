import CSimdjson
import UsageModel

/// The attributes of one data point and of the resource it came from.
struct OTLPAttributes: ~Copyable {
  private let dimensions: DimensionMapping
  private let attributeKeys = JSONKeys(["key", "value"])
  private let valueKeys = JSONKeys(["stringValue", "intValue"])
  private var values: [String: String] = [:]
  /// Of all attributes together, whatever their order.
  private(set) var identity: UInt128 = 0

  init(_ dimensions: DimensionMapping) {
    self.dimensions = dimensions
  }

  var tokenType: String? { values["gen_ai.token.type"] }

  /// Those of the point before those of the resource.
  mutating func read(
    _ resource: JSONElement, _ point: JSONElement, in document: borrowing JSONDocument
  ) throws(RecordProblem) {
    values.removeAll(keepingCapacity: true)
    var written: [String] = []
    for (list, prefix) in [(resource, "r"), (point, "p")] {
      for attribute in list.elements {
        let members = try attributeKeys.members(of: attribute)
        let key = String(decoding: jsonString(members[0]).bytes, as: UTF8.self)
        written.append(
          "\(prefix)\(key)\u{0}" + String(decoding: document.minified(members[1]), as: UTF8.self))
        values[key] = try text(of: members[1], in: document)
      }
    }
    written.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    identity = Array(written.joined(separator: "\u{0}").utf8).withUnsafeBytes(itemHash)
  }

  /// The model that answered, where it is known, otherwise the one that was asked.
  func series(in groups: inout UsageGroups) -> UsageKey {
    var series = UsageKey()
    series.subscription = number(dimensions.subscription, in: &groups)
    series.user = number(dimensions.user, in: &groups)
    series.feature = number(dimensions.feature ?? "service.name", in: &groups)
    series.model =
      dimensions.model != nil
      ? number(dimensions.model, in: &groups)
      : number(
        values["gen_ai.response.model"]?.isEmpty == false
          ? "gen_ai.response.model" : "gen_ai.request.model", in: &groups)
    return series
  }

  private func number(_ attribute: String?, in groups: inout UsageGroups) -> Int32 {
    guard let attribute, let value = values[attribute] else { return 0 }
    return Array(value.utf8).withUnsafeBytes { groups.number(of: $0) }
  }

  /// A text, or a whole number as one; nil for a value of another kind.
  private func text(
    of value: JSONElement, in document: borrowing JSONDocument
  ) throws(RecordProblem) -> String? {
    let members = try valueKeys.members(of: value)
    if members[0].kind == JSONString {
      return String(decoding: jsonString(members[0]).bytes, as: UTF8.self)
    }
    switch members[1].kind {
    case JSONString: return String(decoding: jsonString(members[1]).bytes, as: UTF8.self)
    case JSONNumber: return String(decoding: document.minified(members[1]), as: UTF8.self)
    default: return nil
    }
  }
}
