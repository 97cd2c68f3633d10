import UsageModel

// What the rows of the completeness queries say. Tokens are those of `Total Tokens` alone, unless a
// name says otherwise; nil where there was nothing to add up.

package struct OccurringMetric: Hashable, Sendable {
  let name: String
  let records: Int64
  /// The sum of this metric, of whatever it counts.
  let sum: Int64?
  let last: Timestamp?
}

package struct OccurringProperty: Hashable, Sendable {
  let name: String
  let records: Int64
}

/// How many records there are, and how many tokens in them.
package struct Amount: Hashable, Sendable {
  let records: Int64
  let tokens: Int64

  static func + (left: Amount, right: Amount) -> Amount {
    Amount(records: left.records &+ right.records, tokens: left.tokens &+ right.tokens)
  }

  static let nothing = Amount(records: 0, tokens: 0)
}

package struct DimensionUse: Hashable, Sendable {
  /// `subscription`, `user`, `feature` or `model`.
  let dimension: String
  /// Different ones that are not empty.
  let values: Int64
  let all: Amount
  let empty: Amount
}

/// A name that stands for nobody.
package struct PlaceholderUser: Hashable, Sendable {
  let name: String
  let amount: Amount
}

/// What charges are of. Empty where a record names none.
package struct UsedKey: Hashable, Sendable {
  package let subscription: String
  package let feature: String
  /// As metered.
  package let model: String
  let amount: Amount
}

/// Series of a day and model whose total is not prompt + completion, added up.
package struct TotalApart: Hashable, Sendable {
  let day: CalendarDay
  let model: String
  let prompt: Int64
  let completion: Int64
  let total: Int64
}

/// Series of a model with more cached than prompt tokens, added up.
package struct CachedAbovePrompt: Hashable, Sendable {
  package let model: String
  let prompt: Int64
  let cached: Int64
  let first: CalendarDay
  let last: CalendarDay
}

/// In minutes, from the time of a record until it could be asked for.
package struct IngestionDelays: Hashable, Sendable {
  let records: Int64
  /// Records without a time of arrival.
  let unknown: Int64
  let median: Double?
  let percentile95: Double?
  let percentile99: Double?
  let longest: Double?
}

/// Records of `Total Tokens` on a day that are equal to another.
package struct RepeatedRecords: Hashable, Sendable {
  let day: CalendarDay
  let records: Int64
  let repeated: Int64
  /// What the copies add.
  let tokens: Int64
}

package struct SampledRole: Hashable, Sendable {
  let role: String
  let records: Int64
  /// What the records stand for.
  let requests: Int64
}

package struct RecordPlace: Hashable, Sendable {
  let resource: String
  let role: String
  let records: Int64
  let first: Timestamp?
  let last: Timestamp?
}

/// Calls in the gateway's log on a day.
package struct GatewayDay: Hashable, Sendable {
  let day: CalendarDay
  let calls: Int64
  /// Without a line in the log of requests.
  let unattributed: Int64
  let withoutSubscription: Int64
  let withoutModel: Int64
  let withoutTokens: Int64
  let severalRecords: Int64
}
