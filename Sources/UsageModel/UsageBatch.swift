/// Some of the points of one answer, grouped as far as memory allowed.
///
/// A series and day may occur in several batches of an answer; the receiver adds them up.
package struct UsageBatch: Sendable {
  package var points: [UsagePoint]
  package var others: [OtherPoint]

  package init(points: [UsagePoint] = [], others: [OtherPoint] = []) {
    self.points = points
    self.others = others
  }
}

/// What an answer held of one local day: the ledger's measure of whether a later answer loses any.
package struct DayReceipt: Hashable, Sendable {
  /// Records of known token metrics.
  package var rows: Int64
  /// Tokens of all token metrics added up: a checksum for comparison, not a quantity to show.
  package var tokens: Int64
  package var first: Timestamp
  package var last: Timestamp

  package init(rows: Int64, tokens: Int64, first: Timestamp, last: Timestamp) {
    self.rows = rows
    self.tokens = tokens
    self.first = first
    self.last = last
  }
}

/// What one import read of one source.
package struct UsageReceipt: Hashable, Sendable {
  package var days: [CalendarDay: DayReceipt]
  /// Records whose metric name does not end in ` Tokens`, by name: counted, not kept.
  package var ignoredMetrics: [String: Int64]
  /// Records that were left out because one with the same id was there already.
  package var repeatedItems: Int64
  /// What was met and had to be decided, by kind.
  package var doubts: [UsageDoubt: Int64]
  /// The files that were read.
  package var files: [ReadFile]
  /// Days that were not read again, because nothing they are made of has changed.
  package var settledDays: [CalendarDay]

  package init(
    days: [CalendarDay: DayReceipt] = [:], ignoredMetrics: [String: Int64] = [:],
    repeatedItems: Int64 = 0, doubts: [UsageDoubt: Int64] = [:], files: [ReadFile] = [],
    settledDays: [CalendarDay] = []
  ) {
    self.days = days
    self.ignoredMetrics = ignoredMetrics
    self.repeatedItems = repeatedItems
    self.doubts = doubts
    self.files = files
    self.settledDays = settledDays
  }
}

/// Something about a record that was decided without knowing.
package enum UsageDoubt: Hashable, Sendable, CaseIterable {
  /// More tokens read from or written to the cache than the prompt they should lie inside.
  case cacheExceedsPrompt
  /// The first value of a cumulative sum that began on an earlier day: how much of it came before is
  /// not in the files.
  case cumulativeWithoutStart
}
