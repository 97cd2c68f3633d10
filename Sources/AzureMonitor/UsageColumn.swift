/// The columns of a query for usage, as KustoQuery names them.
enum UsageColumn: String, CaseIterable, Hashable {
  case day = "Day"
  case utcMonth = "UtcMonth"
  case subscription = "SubscriptionId"
  case user = "UserId"
  case feature = "FeatureId"
  case model = "ModelId"
  case requests = "Requests"
  case records = "Records"
  case faulty = "Faulty"
  case first = "First"
  case last = "Last"
  case lastIngested = "LastIngested"
  /// One metric a row, with `tokens`.
  case metric = "Metric"
  case tokens = "Tokens"
  /// All metrics in one row.
  case promptTokens = "PromptTokens"
  case completionTokens = "CompletionTokens"
  case totalTokens = "TotalTokens"

  static let ofEveryRow: [UsageColumn] = [
    .day, .utcMonth, .subscription, .user, .feature, .model, .requests, .records, .faulty, .first,
    .last, .lastIngested,
  ]
  static let ofOneMetric: [UsageColumn] = [.metric, .tokens]
  static let ofAllMetrics: [UsageColumn] = [.promptTokens, .completionTokens, .totalTokens]
}

/// Where the columns of one answer stand, whatever their order; others are left alone.
struct UsageColumns {
  private let places: [UsageColumn: Int]
  /// Whether a row is of one metric.
  let isLong: Bool

  /// - Throws: The column that is missing.
  init(_ names: [String]) throws(MissingColumn) {
    var places: [UsageColumn: Int] = [:]
    for (place, name) in names.enumerated() {
      if let column = UsageColumn(rawValue: name), places[column] == nil { places[column] = place }
    }
    self.places = places
    isLong = places[.metric] != nil
    let needed =
      UsageColumn.ofEveryRow
      + (isLong ? UsageColumn.ofOneMetric : UsageColumn.ofAllMetrics)
    for column in needed where places[column] == nil {
      throw MissingColumn(name: column.rawValue)
    }
  }

  /// - Parameter column: One that every row of this shape has.
  func place(_ column: UsageColumn) -> Int { places[column] ?? 0 }
}

struct MissingColumn: Error, Hashable {
  let name: String
}
