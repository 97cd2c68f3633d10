import Analysis
import Charts
import SourceText
import Tables

/// A chart as a figure: two drawings, a key, a summary, its numbers and its CSV.
func chartHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  switch chart.kind {
  case .stackedColumn, .sparkline:
    guard let content = try ChartContent(chart, step), let window = content.window else {
      return try ChartFigure(chart: chart, step: step, period: nil).empty()
    }
    let isMonthly = content.all.grain == .month
    let figure = ChartFigure(
      chart: chart, step: step,
      period: isMonthly ? monthRangeText(window) : rangeText(window))
    let drawing =
      chart.kind == .sparkline
      ? sparklineDrawing(content, figure)
      : try stackedDrawing(content, figure)
    return try figure.html(
      drawing: drawing,
      summary: try step.summarised { words in
        try stackedColumnSummary(
          of: content.all, words: words, largestPercent: content.percentOfLargest)
      },
      numbers: try CalendarTable(chart: chart, content: content, step: step).html())
  case .bar:
    return try barHTML(chart, step)
  case .calendar:
    return try calendarHTML(chart, step)
  }
}

private func stackedDrawing(
  _ content: ChartContent, _ figure: ChartFigure
) throws(Diagnostic) -> String {
  let step = figure.step
  var series: [StackedColumnChart.Series] = []
  for (index, shown) in content.shown.series.enumerated() {
    series.append(
      StackedColumnChart.Series(
        name: shown.name, detail: try content.detail(of: index, figure),
        colour: content.colours[index],
        values: shown.values.map { $0.map(Double.init) }))
  }
  let columns = chartColumns(of: content.shown)
  let formatter = step.scope.site.formatter
  let drawing = StackedColumnChart(
    columns: columns, series: series, idPrefix: figure.id,
    axisLabels: { formatter.axisLabels(of: $0, as: figure.chart.format) })
  let isMonthly = content.all.grain == .month
  let frames: [(name: String, frame: ChartFrame)] = [
    ("wide", isMonthly ? .wideMonths : .wide), ("narrow", isMonthly ? .narrowMonths : .narrow),
  ]
  let drawings = frames.map { name, frame in
    drawing.svg(frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  return drawings.joined() + (try content.key(figure))
}

extension ChartContent {
  /// `€20,234.12 · 45 %`.
  func detail(of index: Int, _ figure: ChartFigure) throws(Diagnostic) -> String {
    let amount = try figure.step.scope.text(
      totals[index].map(Cell.integer) ?? .null, as: figure.chart.format,
      at: figure.chart.y.position)
    guard shown.series.count > 1, let percent = percents[index] else { return amount }
    return amount + " · \(percent)\u{A0}%"
  }

  /// The names of the series, for the drawing that has no room for them; empty for one series.
  func key(_ figure: ChartFigure) throws(Diagnostic) -> String {
    guard figure.chart.series != nil else { return "" }
    var html = HTMLBuffer()
    html.append(markup: "<ul class=\"key\">\n")
    // In the order of the stack, from the top.
    for index in shown.series.indices.reversed() {
      let swatch =
        switch colours[index] {
        case .other?, nil: "swatch-other"
        case let colour?: "swatch-\(colour.rawValue + 1)"
        }
      html.append(
        markup: "<li><span class=\"swatch \(swatch)\"></span><span class=\"key-name\">")
      html.append(text: shown.series[index].name)
      html.append(markup: "</span> <span class=\"key-detail\">")
      html.append(text: try detail(of: index, figure))
      html.append(markup: "</span></li>\n")
    }
    html.append(markup: "</ul>\n")
    return html.text
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

extension StepRows {
  func summarised(
    _ summary: (SummaryWords) throws -> String
  ) throws(Diagnostic) -> String {
    let format: ValueFormat
    if case .chart(let chart) = step.kind { format = chart.format } else { format = .tokens }
    let formatter = scope.site.formatter
    let words = SummaryWords(
      amount: { try formatter.text(.integer($0), as: format) },
      percent: { try formatter.text(.real($0), as: .percent) },
      date: { try formatter.text(.text($0.description), as: .date) },
      month: { try formatter.text(.text($0.description), as: .month) })
    do {
      return try summary(words)
    } catch {
      throw Diagnostic(
        .unformattable(problem(of: error), remedy: "correct the query"), in: scope.file,
        at: step.position)
    }
  }
}
