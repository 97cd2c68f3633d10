import Analysis
import Charts
import UsageModel

/// The columns of a chart over time with what stands under them.
///
/// Days: each Monday, with the month's name on the first and where it changes. Weeks and months:
/// the month's name where it changes, and the year on the first and in January.
func chartColumns(
  of columns: CalendarColumns, in locale: LocaleNotation = .britishEnglish
) -> [StackedColumnChart.Column] {
  var lastMonth: CalendarMonth?
  return columns.periods.map { period in
    let day = period.days.lowerBound
    let state = columnState(of: period.status)
    switch columns.grain {
    case .day:
      let isMonday = day.weekday == 1
      let isNamed = isMonday && day.month != lastMonth
      if isMonday { lastMonth = day.month }
      return StackedColumnChart.Column(
        label: isMonday ? (isNamed ? locale.tickText(day) : locale.dayNumber(day)) : nil,
        isMajorTick: isMonday, isWeekend: day.weekday > 5, state: state)
    case .week, .month:
      let isNamed = day.month != lastMonth
      let hasYear = lastMonth == nil || day.month.month == 1
      lastMonth = day.month
      return StackedColumnChart.Column(
        label: isNamed ? locale.shortMonthName(day.month) + (hasYear ? "\n\(day.year)" : "") : nil,
        isMajorTick: isNamed && columns.grain == .week, state: state)
    }
  }
}

private func columnState(of status: DayStatus) -> StackedColumnChart.Column.State {
  switch status {
  case .received: .settled
  case .provisional: .mayChange
  case .partial: .partial
  case .missing: .missing
  }
}
