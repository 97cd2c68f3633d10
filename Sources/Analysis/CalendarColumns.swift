import UsageModel

/// One column of a chart over time: a day, or the days of a week or month.
package struct CalendarPeriod: Hashable, Sendable {
  package let days: ClosedRange<CalendarDay>
  package let status: DayStatus
  /// The days without data.
  package let missingDays: [CalendarDay]
  /// How many of the days may still change.
  package let provisionalDayCount: Int

  package init(
    days: ClosedRange<CalendarDay>, status: DayStatus, missingDays: [CalendarDay] = [],
    provisionalDayCount: Int = 0
  ) {
    self.days = days
    self.status = status
    self.missingDays = missingDays
    self.provisionalDayCount = provisionalDayCount
  }
}

/// One series of a chart over time.
package struct CalendarSeries: Hashable, Sendable {
  package let name: String
  /// The colour slot 0–3 that the entity wants; nil where it has none.
  package let wantedSlot: Int?
  /// One per period; nil is unknown or missing, which is not zero.
  package var values: [Int64?]
  /// Whether this is the sum of the series that are not shown.
  package let isOther: Bool

  package init(name: String, wantedSlot: Int? = nil, values: [Int64?], isOther: Bool = false) {
    self.name = name
    self.wantedSlot = wantedSlot
    self.values = values
    self.isOther = isOther
  }
}

/// What a chart over time shows: every period of a window without a hole, and the series over it.
package struct CalendarColumns: Hashable, Sendable {
  package enum Grain: Hashable, Sendable {
    case day
    /// ISO weeks, from Monday; the first and the last may be cut by the window.
    case week
    case month
  }

  package let grain: Grain
  package let periods: [CalendarPeriod]
  package var series: [CalendarSeries]

  package init(grain: Grain, periods: [CalendarPeriod], series: [CalendarSeries]) {
    self.grain = grain
    self.periods = periods
    self.series = series
  }
}
