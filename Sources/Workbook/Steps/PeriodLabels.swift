import Analysis
import Charts
import UsageModel

/// The columns of a chart over time with what stands under them.
///
/// Days: each Monday, with the month's name on the first and where it changes. Weeks and months:
/// the month's name where it changes, and the year on the first and in January.
func chartColumns(of columns: CalendarColumns) -> [StackedColumnChart.Column] {
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
        label: isMonday ? "\(day.dayOfMonth)" + (isNamed ? " " + monthName(day) : "") : nil,
        isMajorTick: isMonday, isWeekend: day.weekday > 5, state: state)
    case .week, .month:
      let isNamed = day.month != lastMonth
      let hasYear = lastMonth == nil || day.month.month == 1
      lastMonth = day.month
      return StackedColumnChart.Column(
        label: isNamed ? monthName(day) + (hasYear ? "\n\(day.year)" : "") : nil,
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

/// `Nov 2026`, where there is little room.
func shortMonthText(_ month: CalendarMonth) -> String {
  monthName(month.days.lowerBound) + "\u{A0}\(month.year)"
}

private func monthName(_ day: CalendarDay) -> String {
  String(day.month.name.prefix(3))
}

/// `25 October to 22 November 2026`; the year is named twice only where it changes.
func rangeText(_ days: ClosedRange<CalendarDay>) -> String {
  let (first, last) = (days.lowerBound, days.upperBound)
  if first == last { return dateText(first) }
  return (first.year == last.year ? dayText(first) : dateText(first)) + " to " + dateText(last)
}

/// `October 2025 to November 2026`.
func monthRangeText(_ days: ClosedRange<CalendarDay>) -> String {
  let (first, last) = (days.lowerBound.month, days.upperBound.month)
  return first == last ? monthText(first) : monthText(first) + " to " + monthText(last)
}
