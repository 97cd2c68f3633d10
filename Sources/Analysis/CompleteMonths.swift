import Tables
import UsageModel

/// Completes a query's result by month to every month of a window.
///
/// A month without a row is 0, unless all its days are missing: then it is a gap (nil). A month is
/// as complete as its days up to the last one in `statuses`.
/// - Parameters:
///   - names: `day` names the column of months: `2026-10`.
/// - Returns: Series in the order of their first row.
package func completeMonths(
  of table: Table, reading names: CalendarColumnNames, over window: ClosedRange<CalendarMonth>,
  statuses: [CalendarDay: DayStatus]
) throws(AnalysisError) -> CalendarColumns {
  let monthIndex = try table.requiredIndex(of: names.day)
  let amountIndex = try table.requiredIndex(of: names.amount)
  var seriesIndex: Int?
  if let series = names.series { seriesIndex = try table.requiredIndex(of: series) }
  let colourIndex = names.colour.flatMap(table.index(of:))

  let lastKnown = statuses.keys.max()
  let periods = window.map { month in
    CalendarPeriod(month.days, upTo: lastKnown ?? month.days.upperBound, statuses: statuses)
  }
  var builder = SeriesBuilder(periods: periods)
  for row in table.rows {
    guard let month = row[monthIndex].text.flatMap({ CalendarMonth($0) }) else {
      throw .notADate(column: names.day, cell: row[monthIndex])
    }
    guard window.contains(month) else { continue }
    builder.add(
      try wholeNumber(row[amountIndex], of: names.amount),
      to: seriesIndex.map { seriesName(row[$0]) } ?? "",
      slot: colourIndex.flatMap { row[$0].integer }.map { Int($0) },
      at: window.lowerBound.distance(to: month))
  }
  return CalendarColumns(
    grain: .month, periods: periods, series: try builder.series(of: names.amount))
}

extension CalendarPeriod {
  /// Some days taken together, of which those after `last` are still to come.
  fileprivate init(
    _ days: ClosedRange<CalendarDay>, upTo last: CalendarDay, statuses: [CalendarDay: DayStatus]
  ) {
    let past = days.filter { $0 <= last }
    let known = past.map { statuses[$0] ?? .missing }
    self.init(
      days: days, status: DayStatus(combining: known),
      missingDays: past.filter { (statuses[$0] ?? .missing) == .missing },
      provisionalDayCount: known.count { $0 == .provisional })
  }
}
