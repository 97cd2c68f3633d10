import Analysis
import Charts
import SourceText
import Tables

/// The parts of a whole over time, as columns or as areas.
func stackHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  guard let content = try ChartContent(chart, step) else {
    return try ChartFigure(chart: chart, step: step, period: nil).empty()
  }
  let figure = ChartFigure(
    chart: chart, step: step,
    period: step.scope.site.windowText(content.all.periods, content.all.grain))
  let drawing =
    switch chart.kind {
    case .sparkline: sparklineDrawing(content, figure)
    case .stackedArea: try stackedAreaDrawing(content, figure)
    default: try stackedDrawing(content, figure)
    }
  return try figure.html(
    drawing: drawing,
    summary: try step.summarised { words in
      try stackedColumnSummary(
        of: content.all, words: words, largestPercent: content.percentOfLargest)
    },
    numbers: try CalendarTable(chart: chart, content: content, step: step).html())
}

private func stackedDrawing(
  _ content: ChartContent, _ figure: ChartFigure
) throws(Diagnostic) -> String {
  let formatter = figure.step.scope.site.formatter
  let drawing = StackedColumnChart(
    columns: chartColumns(of: content.shown, in: formatter.locale),
    series: try content.drawnSeries(figure), idPrefix: figure.id,
    axisLabels: { formatter.axisLabels(of: $0, as: figure.chart.format) })
  return figure.svgs(over: content.all.grain) { frame, name in
    drawing.svg(frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  } + (try content.key(figure))
}

extension ChartFigure {
  /// The drawing for a column of text and the one for a phone.
  func svgs(
    over grain: CalendarColumns.Grain, _ svg: (_ frame: ChartFrame, _ name: String) -> String
  ) -> String {
    let isMonthly = grain == .month
    return svg(isMonthly ? .wideMonths : .wide, "wide")
      + svg(isMonthly ? .narrowMonths : .narrow, "narrow")
  }
}

extension ChartContent {
  func drawnSeries(_ figure: ChartFigure) throws(Diagnostic) -> [StackedColumnChart.Series] {
    var series: [StackedColumnChart.Series] = []
    for (index, one) in shown.series.enumerated() {
      series.append(
        StackedColumnChart.Series(
          name: one.name, detail: try detail(of: index, figure), colour: colours[index],
          values: one.values.map { $0.map(Double.init) }))
    }
    return series
  }

  /// `€20,234.12 · 45 %`.
  private func detail(of index: Int, _ figure: ChartFigure) throws(Diagnostic) -> String {
    let amount = try figure.step.scope.text(
      totals[index].map(Cell.integer) ?? .null, as: figure.chart.format,
      at: figure.chart.y.position)
    guard shown.series.count > 1, let share = percents[index] else { return amount }
    return amount + " · " + percent(String(share))
  }

  /// The names of the series, in the order of the stack from the top; empty for one series.
  func key(_ figure: ChartFigure) throws(Diagnostic) -> String {
    guard figure.chart.series != nil else { return "" }
    var key = KeyList()
    for index in shown.series.indices.reversed() {
      key.entries.append(
        (
          .series(colours[index] ?? .other), shown.series[index].name, try detail(of: index, figure)
        ))
    }
    return key.html
  }
}

private func sparklineDrawing(_ content: ChartContent, _ figure: ChartFigure) -> String {
  let columns = content.all.periods.indices.map { index -> Double? in
    let values = content.all.series.compactMap { $0.values[index].map(Double.init) }
    return values.isEmpty ? nil : values.reduce(0, +)
  }
  return "<svg role=\"img\" aria-labelledby=\"\(figure.titleID)\" "
    + "aria-describedby=\"\(figure.summaryID)\" width=\"96\" height=\"20\" viewBox=\"0 0 96 20\">"
    + sparkline(columns, marksLast: true) + "</svg>\n"
}
