import Analysis
import Charts
import SourceText
import Tables
import UsageModel

/// Small multiples: a panel per series, completed from the calendar, all on one scale.
func smallMultiplesHTML(
  _ chart: ChartDefinition, _ step: StepRows
) throws(Diagnostic) -> HTMLBuffer {
  let chart = chart.withPanels(rows: step.table.rows.count)
  guard let content = try ChartContent(chart, step) else {
    return try ChartFigure(chart: chart, step: step, period: nil).empty()
  }
  let site = step.scope.site
  let figure = ChartFigure(
    chart: chart, step: step, period: site.windowText(content.all.periods, content.all.grain))
  let drawing = try smallMultiples(content, figure)
  let svg = [("wide", ChartFrame.wide), ("narrow", ChartFrame.narrow)].map { name, frame in
    drawing.svg(
      frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  return try figure.html(
    drawing: svg.joined(),
    summary: try step.summarised { words in
      try smallMultiplesSummary(of: content.all, asOf: site.facts.asOf, words: words)
    },
    numbers: try CalendarTable(chart: chart, content: content, step: step).html())
}

private func smallMultiples(
  _ content: ChartContent, _ figure: ChartFigure
) throws(Diagnostic) -> SmallMultiples {
  let periods = content.shown.periods
  let locale = figure.step.scope.site.formatter.locale
  var panels: [SmallMultiples.Panel] = []
  for (index, series) in content.shown.series.enumerated() {
    panels.append(
      SmallMultiples.Panel(
        name: series.name, detail: try newestText(of: series, periods, figure),
        colour: content.colours[index], values: series.values.map { $0.map(Double.init) }))
  }
  func label(_ period: CalendarPeriod, _ day: CalendarDay) -> String {
    content.shown.grain == .month
      ? locale.shortMonthText(period.days.lowerBound.month) : locale.shortDateText(day)
  }
  let last = periods.indices.last
  return SmallMultiples(
    panels: panels,
    firstLabel: periods.count > 1 ? label(periods[0], periods[0].days.lowerBound) : "",
    lastLabel: last.map { label(periods[$0], periods[$0].days.upperBound) } ?? "",
    marksLast: last.map { !content.shown.isOver($0, asOf: figure.step.scope.site.facts.asOf) }
      ?? false)
}

private func newestText(
  of series: CalendarSeries, _ periods: [CalendarPeriod], _ figure: ChartFigure
) throws(Diagnostic) -> String {
  guard periods.last?.status != .missing else { return SmallMultiples.Notes().missing }
  let newest = series.values.last.flatMap(\.self).map(Cell.integer) ?? .null
  return drawnText(
    try figure.step.scope.text(newest, as: figure.chart.format, at: figure.chart.y.position))
}

/// As many as are drawn. With more series the last one is that of the others.
private let mostPanels = 12

extension ChartDefinition {
  /// The same with as many series as there are panels. Numbers that cannot be added up have no panel
  /// of the others: the drawing says how many it leaves to the table.
  fileprivate func withPanels(rows: Int) -> ChartDefinition {
    ChartDefinition(
      kind: kind, x: x, y: y, series: series, format: format,
      top: format.isAdditive ? min(top ?? mostPanels, mostPanels - 1) : rows, title: title,
      subtitle: subtitle, colour: colour, otherLabel: otherLabel, summary: summary, days: days,
      roles: roles)
  }
}
