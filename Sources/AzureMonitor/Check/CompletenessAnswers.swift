import KustoQuery
import UsageModel

/// What the completeness queries found; nil where a question was not asked, or has no answer.
package struct CompletenessAnswers: Hashable, Sendable {
  /// The most rows of a list; one that has as many may have been cut off.
  static let mostRows = 1000

  /// A question that failed.
  struct Unanswered: Hashable {
    let subject: CompletenessSubject
    let reason: String
  }

  var metrics: [OccurringMetric]?
  var properties: [OccurringProperty]?
  var dimensions: [DimensionUse]?
  var placeholders: [PlaceholderUser]?
  package internal(set) var heaviest: [UsedKey]?
  var totalsApart: [TotalApart]?
  package internal(set) var cachedAbovePrompt: [CachedAbovePrompt]?
  var delays: IngestionDelays?
  var repeated: [RepeatedRecords]?
  var sampled: [SampledRole]?
  /// Nothing can be said of sampling then.
  var isRequestTableMissing = false
  var places: [RecordPlace]?
  var gatewayDays: [GatewayDay]?
  var unanswered: [Unanswered] = []

  /// Whether a name that is not among ``metrics`` does not occur at all.
  var hasEveryMetric: Bool { (metrics?.count ?? Self.mostRows) < Self.mostRows }

  /// Whether a metric of this name is among those that occur.
  /// Whether the question about a subject was answered.
  func knows(_ subject: CompletenessSubject) -> Bool {
    !unanswered.contains { $0.subject == subject }
  }

  package func has(_ metric: TokenMetric) -> Bool {
    metrics?.contains { $0.name == metric.rawValue } ?? false
  }

  mutating func take(
    _ rows: [NamedRow], of subject: CompletenessSubject
  ) throws(RowProblem) {
    switch subject {
    case .metricNames: metrics = try decoded(rows, OccurringMetric.init)
    case .propertyKeys: properties = try decoded(rows, OccurringProperty.init)
    case .dimensionValues: dimensions = try decoded(rows, DimensionUse.init)
    case .placeholderUsers: placeholders = try decoded(rows, PlaceholderUser.init)
    case .heaviestKeys: heaviest = try decoded(rows, UsedKey.init)
    case .totalsApart: totalsApart = try decoded(rows, TotalApart.init)
    case .cachedAbovePrompt: cachedAbovePrompt = try decoded(rows, CachedAbovePrompt.init)
    case .ingestionDelay: delays = try decoded(rows, IngestionDelays.init).first
    case .repeatedRecords: repeated = try decoded(rows, RepeatedRecords.init)
    case .sampledRequests: sampled = try decoded(rows, SampledRole.init)
    case .places: places = try decoded(rows, RecordPlace.init)
    case .gatewayDays: gatewayDays = try decoded(rows, GatewayDay.init)
    }
  }
}

private func decoded<Fact>(
  _ rows: [NamedRow], _ fact: (NamedRow) throws(RowProblem) -> Fact
) throws(RowProblem) -> [Fact] {
  var facts: [Fact] = []
  for row in rows { facts.append(try fact(row)) }
  return facts
}

extension OccurringMetric {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    name = try row.text("Metric")
    records = try row.count("Records")
    sum = try row.whole("Tokens")
    last = try row.moment("Last")
  }
}

extension OccurringProperty {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    name = try row.text("Key")
    records = try row.count("Records")
  }
}

extension Amount {
  fileprivate init(
    _ row: NamedRow, records: String = "Records", tokens: String = "Tokens"
  ) throws(RowProblem) {
    self.records = try row.count(records)
    self.tokens = try row.count(tokens)
  }
}

extension DimensionUse {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    dimension = try row.text("Dimension")
    values = try row.count("Values")
    all = try Amount(row)
    empty = try Amount(row, records: "EmptyRecords", tokens: "EmptyTokens")
  }
}

extension PlaceholderUser {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    name = try row.text("UserId")
    amount = try Amount(row)
  }
}

extension UsedKey {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    subscription = try row.text("SubscriptionId")
    feature = try row.text("FeatureId")
    model = try row.text("ModelId")
    amount = try Amount(row)
  }
}

extension TotalApart {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    day = try row.day("Day")
    model = try row.text("ModelId")
    prompt = try row.count("PromptTokens")
    completion = try row.count("CompletionTokens")
    total = try row.count("TotalTokens")
  }
}

extension CachedAbovePrompt {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    model = try row.text("ModelId")
    prompt = try row.count("PromptTokens")
    cached = try row.count("CachedTokens")
    first = try row.day("First")
    last = try row.day("Last")
  }
}

extension IngestionDelays {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    records = try row.count("Records")
    unknown = try row.count("Unknown")
    median = try row.real("Median")
    percentile95 = try row.real("P95")
    percentile99 = try row.real("P99")
    longest = try row.real("Longest")
  }
}

extension RepeatedRecords {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    day = try row.day("Day")
    records = try row.count("Records")
    repeated = try row.count("RepeatedRecords")
    tokens = try row.count("RepeatedTokens")
  }
}

extension SampledRole {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    role = try row.text("Role")
    records = try row.count("Records")
    requests = try row.count("Requests")
  }
}

extension RecordPlace {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    resource = try row.text("Resource")
    role = try row.text("Role")
    records = try row.count("Records")
    first = try row.moment("First")
    last = try row.moment("Last")
  }
}

extension GatewayDay {
  fileprivate init(_ row: NamedRow) throws(RowProblem) {
    day = try row.day("Day")
    calls = try row.count("Requests")
    unattributed = try row.count("Unattributed")
    withoutSubscription = try row.count("WithoutSubscription")
    withoutModel = try row.count("WithoutModel")
    withoutTokens = try row.count("WithoutTokens")
    severalRecords = try row.count("SeveralRecords")
  }
}
