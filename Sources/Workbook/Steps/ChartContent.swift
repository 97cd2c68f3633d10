import Analysis
import Charts
import SourceText
import Tables
import UsageModel

/// A stacked chart's numbers over its window, before and after folding.
struct ChartContent {
  /// Every series, for the summary.
  let all: CalendarColumns
  /// The largest series and one for the others.
  let shown: CalendarColumns
  /// One per shown series.
  let colours: [SeriesColour?]
  /// Exact sums over the window, one per shown series; nil is unknown.
  let totals: [Int64?]
  /// One per shown series.
  let percents: [Int?]

  /// - Returns: nil where the query has no rows.
  init?(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
    for column in [chart.x, chart.y] + [chart.series, chart.colour].compactMap({ $0 }) {
      _ = try step.index(of: column)
    }
    guard !step.table.rows.isEmpty else { return nil }
    let site = step.scope.site
    let drawn = try step.analysed { () throws(AnalysisError) in
      let all = try completed(chart, step.table, site)
      let shown = try folded(all, chart)
      var totals: [Int64?] = []
      let unknown = unknownSeries(chart, step.table)
      for series in shown.series {
        totals.append(unknown.contains(series.name) ? nil : try Analysis.total(of: series))
      }
      return (all, shown, totals)
    }
    (all, shown, totals) = drawn
    percents = wholePercents(of: totals.map { $0.map { max($0, 0) } })
    let slots = colourSlots(wanted: shown.series.filter { !$0.isOther }.map(\.wantedSlot))
    colours = shown.series.enumerated().map { index, series in
      if series.isOther { return .other }
      // A single series has no other to be told from.
      guard chart.series != nil, slots.indices.contains(index) else { return nil }
      return slots[index].flatMap(SeriesColour.init)
    }
  }

  /// As its label has it; nil where no single series is shown.
  var percentOfLargest: Int? {
    let largest = shown.series.firstIndex { !$0.isOther }
    return largest.flatMap { percents.indices.contains($0) ? percents[$0] : nil }
  }

  /// First and last day of the window.
  var window: ClosedRange<CalendarDay>? {
    guard let first = all.periods.first, let last = all.periods.last else { return nil }
    return first.days.lowerBound...last.days.upperBound
  }
}

/// The series of which no row has an amount: that days without a row are zero does not make it 0.
private func unknownSeries(_ chart: ChartDefinition, _ table: Table) -> Set<String> {
  guard let name = chart.series.flatMap({ table.index(of: $0.name) }),
    let amount = table.index(of: chart.y.name)
  else { return [] }
  guard table.rows.contains(where: { $0[amount].isNull }) else { return [] }
  let all = table.rows.compactMap { $0[name].text }
  let known = table.rows.filter { !$0[amount].isNull }.compactMap { $0[name].text }
  return Set(all).subtracting(known)
}

/// Others of one keep their name: there is nothing to add up.
private func folded(
  _ all: CalendarColumns, _ chart: ChartDefinition
) throws(AnalysisError) -> CalendarColumns {
  let limit = chart.top ?? 4
  let shown = try topSeries(all, limit: limit, otherName: chart.otherLabel)
  guard chart.otherLabel == nil, all.series.count == limit + 1 else { return shown }
  let names = Set(shown.series.map(\.name))
  let left = all.series.first { !names.contains($0.name) }
  return try topSeries(all, limit: limit, otherName: left?.name)
}

private func completed(
  _ chart: ChartDefinition, _ table: Table, _ site: SiteScope
) throws(AnalysisError) -> CalendarColumns {
  try weeklyWhereLong(
    completeColumns(
      of: table, reading: calendarNames(chart), over: calendarSlots(chart, table, site)))
}

/// The columns that charts over time read.
func calendarNames(_ chart: ChartDefinition) -> CalendarColumnNames {
  CalendarColumnNames(
    day: chart.x.name, amount: chart.y.name, series: chart.series?.name,
    colour: chart.colour?.name ?? "colour")
}
