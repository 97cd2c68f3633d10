/// Some of the points of one answer, grouped as far as memory allowed.
///
/// A series and day may occur in several batches of an answer; the receiver adds them up.
package struct UsageBatch: Sendable {
  /// What the points name by their places here.
  package var series: [SeriesKey]
  package var numberedPoints: [NumberedPoint]
  package var others: [OtherPoint]

  package init(
    series: [SeriesKey], numberedPoints: [NumberedPoint], others: [OtherPoint] = []
  ) {
    self.series = series
    self.numberedPoints = numberedPoints
    self.others = others
  }

  package init(points: [UsagePoint] = [], others: [OtherPoint] = []) {
    var numbers: [SeriesKey: Int32] = [:]
    var series: [SeriesKey] = []
    let numberedPoints = points.map { point in
      let number = numbers[point.series] ?? Int32(series.count)
      if numbers.updateValue(number, forKey: point.series) == nil { series.append(point.series) }
      return NumberedPoint(
        place: PointPlace(series: number, day: point.day, utcMonth: point.utcMonth),
        counts: CompactCounts(point.counts))
    }
    self.init(series: series, numberedPoints: numberedPoints, others: others)
  }

  package var points: [UsagePoint] {
    numberedPoints.map { point in
      UsagePoint(
        series: series[Int(point.place.series)], day: point.place.day,
        utcMonth: point.place.utcMonth, counts: point.counts.counts)
    }
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
  /// What the files that were read held, for a later import to leave them out.
  package var files: [ReadFile]
  /// Days that were not read again, because nothing they are made of has changed.
  package var settledDays: [CalendarDay]
  /// The files that were read, named as in `skipped`.
  package var pathsRead: [String]
  /// Lines that were left out because they could not be read: by file, then by problem.
  package var skipped: [SkippedLines]

  package init(
    days: [CalendarDay: DayReceipt] = [:], ignoredMetrics: [String: Int64] = [:],
    repeatedItems: Int64 = 0, doubts: [UsageDoubt: Int64] = [:], files: [ReadFile] = [],
    settledDays: [CalendarDay] = [], pathsRead: [String] = [], skipped: [SkippedLines] = []
  ) {
    self.days = days
    self.ignoredMetrics = ignoredMetrics
    self.repeatedItems = repeatedItems
    self.doubts = doubts
    self.files = files
    self.settledDays = settledDays
    self.pathsRead = pathsRead
    self.skipped = skipped
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
