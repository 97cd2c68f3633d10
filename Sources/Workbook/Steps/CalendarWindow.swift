import Analysis
import Tables
import UsageModel

/// The periods that a chart over time shows: months where all its rows are of months, else days, from
/// the first row to the newest day of the data.
///
/// Beside the period before, the rows that are still to come are shown too.
func calendarSlots(
  _ chart: ChartDefinition, _ table: Table, _ site: SiteScope
) throws(AnalysisError) -> CalendarSlots {
  let index = table.index(of: chart.x.name) ?? 0
  let hasFuture = chart.roles[.before] != nil
  let months = table.rows.compactMap { $0[index].text.flatMap { CalendarMonth($0) } }
  if months.count == table.rows.count, let first = months.min(), let last = months.max() {
    let end = max(first, site.facts.thisMonth, hasFuture ? last : first)
    return CalendarSlots(
      months: first...end,
      statuses: end > site.facts.thisMonth
        ? site.statuses(to: end.days.upperBound) : site.dayStatuses)
  }
  let rows = try Analysis.window(of: table, day: chart.x.name)
  // Days before the first data are no gap: nobody expected any.
  let wanted = chart.days.map { site.facts.asOf.advanced(by: 1 - max($0, 1)) }
    .flatMap { day in site.firstDataDay.map { max($0, day) } }
  let first =
    [wanted, rows?.lowerBound, site.firstDay].compactMap { $0 }.min() ?? site.facts.asOf
  let end = max(first, site.facts.asOf, hasFuture ? rows?.upperBound ?? first : first)
  return CalendarSlots(days: first...end, statuses: site.statuses(to: end))
}

extension SiteScope {
  /// With the days up to `last` that are still to come, which are no gap.
  fileprivate func statuses(to last: CalendarDay) -> [CalendarDay: DayStatus] {
    guard facts.asOf < last else { return dayStatuses }
    var statuses = dayStatuses
    for day in facts.asOf.advanced(by: 1)...last { statuses[day] = .received }
    return statuses
  }
}
