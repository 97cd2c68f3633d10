import Tables
import UsageModel

/// Which columns of a query's result a chart over time reads.
package struct CalendarColumnNames: Hashable, Sendable {
  /// Text: `2026-10-31`, or the month `2026-10`.
  package let day: String
  /// Whole numbers, or NULL.
  package let amount: String
  /// nil: the result is one series.
  package let series: String?
  /// The colour slot of the row's series, where the result has it.
  package let colour: String?

  package init(day: String, amount: String, series: String? = nil, colour: String? = nil) {
    self.day = day
    self.amount = amount
    self.series = series
    self.colour = colour
  }
}

/// Completes a query's result to every period of a window.
///
/// No row in a period with data is 0; in a missing one it is a gap (nil). Rows of one period and
/// series are added up. Rows outside the window are left out.
/// - Returns: Series in the order of their first row.
package func completeColumns(
  of table: Table, reading names: CalendarColumnNames, over slots: CalendarSlots
) throws(AnalysisError) -> CalendarColumns {
  let dayIndex = try table.requiredIndex(of: names.day)
  let amountIndex = try table.requiredIndex(of: names.amount)
  var seriesIndex: Int?
  if let series = names.series { seriesIndex = try table.requiredIndex(of: series) }
  let colourIndex = names.colour.flatMap(table.index(of:))

  var builder = SeriesBuilder(periods: slots.periods)
  for row in table.rows {
    guard let slot = try slots.index(of: row[dayIndex], in: names.day) else { continue }
    builder.add(
      try wholeNumber(row[amountIndex], of: names.amount),
      to: seriesIndex.map { seriesName(row[$0]) } ?? "",
      slot: colourIndex.flatMap { row[$0].integer }.map { Int($0) }, at: slot)
  }
  return CalendarColumns(
    grain: slots.grain, periods: slots.periods, series: try builder.series(of: names.amount))
}

/// Completes a query's result by day to every day of a window.
/// - Parameter statuses: From the view `days`; a day that is not in it is missing.
package func completeCalendar(
  of table: Table, reading names: CalendarColumnNames, over window: ClosedRange<CalendarDay>,
  statuses: [CalendarDay: DayStatus]
) throws(AnalysisError) -> CalendarColumns {
  try completeColumns(
    of: table, reading: names, over: CalendarSlots(days: window, statuses: statuses))
}

/// Completes a query's result by month to every month of a window.
package func completeMonths(
  of table: Table, reading names: CalendarColumnNames, over window: ClosedRange<CalendarMonth>,
  statuses: [CalendarDay: DayStatus]
) throws(AnalysisError) -> CalendarColumns {
  try completeColumns(
    of: table, reading: names, over: CalendarSlots(months: window, statuses: statuses))
}

/// The first to the last day of a result; nil where it has no rows.
package func window(of table: Table, day: String) throws(AnalysisError)
  -> ClosedRange<CalendarDay>?
{
  let index = try table.requiredIndex(of: day)
  var window: ClosedRange<CalendarDay>?
  for row in table.rows {
    let day = try calendarDay(row[index], of: day)
    window = min(window?.lowerBound ?? day, day)...max(window?.upperBound ?? day, day)
  }
  return window
}

/// The rows of the view `days`, or of a query with its columns `day` and `status`.
package func dayStatuses(_ days: Table) throws(AnalysisError) -> [CalendarDay: DayStatus] {
  let dayIndex = try days.requiredIndex(of: "day")
  let statusIndex = try days.requiredIndex(of: "status")
  var statuses: [CalendarDay: DayStatus] = [:]
  for row in days.rows {
    let day = try calendarDay(row[dayIndex], of: "day")
    statuses[day] = row[statusIndex].text.flatMap(DayStatus.init(rawValue:)) ?? .missing
  }
  return statuses
}
