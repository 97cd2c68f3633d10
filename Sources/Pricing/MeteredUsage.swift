import UsageModel

/// What one source metered of one series on one day.
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

/// The counts of one day of the series with a number.
package struct NumberedUsage: Sendable {
  /// The place of its series among those the numbers were given to.
  package let series: Int
  package var counts: TokenCounts

  package init(series: Int, counts: TokenCounts) {
    self.series = series
    self.counts = counts
  }
}

/// A series at one source.
package struct MeteredSeries: Hashable, Sendable {
  package let source: String
  package let key: SeriesKey

  package init(source: String, key: SeriesKey) {
    self.source = source
    self.key = key
  }

  package var meteredModel: MeteredModel { MeteredModel(source: source, model: key.model) }
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
