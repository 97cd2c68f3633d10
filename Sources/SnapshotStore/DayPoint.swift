import UsageModel

/// What one series used on a day, or on the part of it in one UTC month.
struct DayPoint: Hashable {
  /// Its number in the snapshot.
  let series: Int64
  /// Months since the year 0.
  let utcMonth: Int32
  let counts: CompactCounts

  init(series: Int64, utcMonth: Int32, counts: CompactCounts) {
    self.series = series
    self.utcMonth = utcMonth
    self.counts = counts
  }

  init(_ point: NumberedPoint, series: Int64) {
    self.init(series: series, utcMonth: point.place.utcMonthOrdinal, counts: point.counts)
  }
}
