import UsageModel

/// What an import did to the snapshot.
package struct ImportOutcome: Hashable, Sendable {
  package var daysAdded: [CalendarDay] = []
  package var daysReplaced: [CalendarDay] = []
  /// The snapshot held exactly this already.
  package var daysUnchanged: [CalendarDay] = []
  /// Records in the answer, of all its days.
  package var rows: Int64 = 0
  /// Records of the days that were not read again because nothing they are made of has changed.
  package var rowsNotRead: Int64 = 0
  /// Tokens in the answer, of all its days: known metrics in a fixed order, then others by name.
  package var tokensByMetric: [MetricTokens] = []

  package init() {}

  package var isChange: Bool { !daysAdded.isEmpty || !daysReplaced.isEmpty }
}

package struct MetricTokens: Hashable, Sendable {
  package let metric: String
  package let tokens: Int64

  package init(metric: String, tokens: Int64) {
    self.metric = metric
    self.tokens = tokens
  }
}
