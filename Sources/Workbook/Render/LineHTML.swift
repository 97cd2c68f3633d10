import Analysis
import Charts
import SourceText
import Tables

/// Lines over time: several entities, one line, or a line and that of the period before.
func lineHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  guard let content = try LineContent(chart, step) else {
    return try ChartFigure(chart: chart, step: step, period: nil).empty()
  }
  let site = step.scope.site
  let columns = content.columns
  let figure = ChartFigure(
    chart: chart, step: step, period: site.windowText(columns.periods, columns.grain))
  let lines = try content.drawnLines(chart, step)
  let formatter = site.formatter
  let drawing = LineChart(
    columns: chartColumns(
      of: CalendarColumns(grain: columns.grain, periods: columns.periods, series: []),
      in: formatter.locale),
    lines: lines, idPrefix: figure.id,
    axisLabels: { formatter.axisLabels(of: $0, as: chart.format) })
  let svgs = figure.svgs(over: columns.grain) { frame, name in
    drawing.svg(frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  let key = KeyList(
    entries: lines.filter { !$0.name.isEmpty }.map { (.stroke($0.stroke), $0.name, $0.detail) })
  return try figure.html(
    drawing: svgs + key.html,
    summary: try step.summarised { words in
      try lineSummary(of: columns, before: content.before, words: words) { cell in
        try formatter.text(cell, as: chart.format)
      }
    },
    numbers: try LineTable(content: content, chart: chart, step: step).html())
}

extension LineContent {
  fileprivate func drawnLines(
    _ chart: ChartDefinition, _ step: StepRows
  ) throws(Diagnostic) -> [LineChart.Line] {
    let hasNames = chart.series != nil || before != nil
    var lines: [LineChart.Line] = []
    for (index, line) in (columns.lines + [before].compactMap(\.self)).enumerated() {
      lines.append(
        LineChart.Line(
          name: hasNames ? headings[index] : "", detail: try newestText(of: line, chart, step),
          stroke: strokes.indices.contains(index) ? strokes[index] : .before,
          values: line.values.map { $0?.number }))
    }
    return lines
  }

  /// The newest number, with its period where a later one has none: `€1,880.00 on 20 Nov`.
  private func newestText(
    of line: LineColumns.Line, _ chart: ChartDefinition, _ step: StepRows
  ) throws(Diagnostic) -> String {
    guard let newest = line.newest, let cell = line.values[newest] else {
      return try step.scope.text(.null, as: chart.format, at: chart.y.position)
    }
    let number = try step.scope.text(cell, as: chart.format, at: chart.y.position)
    guard newest < columns.periods.count - 1 else { return number }
    let period = step.scope.site.shortPeriodText(columns.periods[newest], columns.grain)
    return number + (columns.grain == .day ? " on " : " in ") + period
  }
}
