import UsageModel

/// What one source metered of one series on one day: the input of charging.
package struct MeteredUsage: Hashable, Sendable {
  package let source: String
  package let series: SeriesKey
  package let counts: TokenCounts

  package init(source: String, series: SeriesKey, counts: TokenCounts) {
    self.source = source
    self.series = series
    self.counts = counts
  }
}

/// A metered model name at one source: where it is known, for a month, whether cached tokens are
/// counted at all.
package struct MeteredModel: Hashable, Sendable {
  package let source: String
  package let model: String

  package init(source: String, model: String) {
    self.source = source
    self.model = model
  }
}
