/// What one series used on one local day.
///
/// A local day in which a UTC month ends is two points, one per UTC month, so that a vendor's
/// invoice (cut in UTC) stays comparable; charges add them before pricing.
package struct UsagePoint: Hashable, Sendable {
  package let series: SeriesKey
  package let day: CalendarDay
  package let utcMonth: CalendarMonth
  package var counts: TokenCounts

  package init(
    series: SeriesKey, day: CalendarDay, utcMonth: CalendarMonth, counts: TokenCounts
  ) {
    self.series = series
    self.day = day
    self.utcMonth = utcMonth
    self.counts = counts
  }
}

/// A metered count under a metric name that ends in ` Tokens` and that we do not know.
///
/// Kept and shown in `metered`, in no token class.
package struct OtherPoint: Hashable, Sendable {
  package let series: SeriesKey
  package let day: CalendarDay
  package let utcMonth: CalendarMonth
  package let metric: String
  package var tokens: Int64
  package var requests: Int64

  package init(
    series: SeriesKey, day: CalendarDay, utcMonth: CalendarMonth, metric: String, tokens: Int64,
    requests: Int64
  ) {
    self.series = series
    self.day = day
    self.utcMonth = utcMonth
    self.metric = metric
    self.tokens = tokens
    self.requests = requests
  }
}
