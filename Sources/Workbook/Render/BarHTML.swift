import Analysis
import Charts
import SourceText
import Tables

/// A bar chart: a bar per row of the query, in its order.
func barHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  let figure = ChartFigure(chart: chart, step: step, period: nil)
  let bars = try BarRows(chart, step)
  guard !bars.rows.isEmpty else { return try figure.empty() }
  let drawing = BarChart(bars: bars.rows.map(\.bar))
  let svg = [("wide", ChartFrame.wide), ("narrow", ChartFrame.narrow)].map { name, frame in
    drawing.svg(
      frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  let summary = try step.summarised { words in
    try barSummary(of: bars.all, words: words, isAdditive: chart.format.isAdditive)
  }
  return try figure.html(
    drawing: svg.joined(), summary: summary, numbers: try bars.table(chart, step))
}

/// The rows of a bar chart, those beyond the top added up.
private struct BarRows {
  struct Row {
    let bar: BarChart.Bar
    let amount: Int64?
  }

  private(set) var rows: [Row] = []
  /// Every row, for the summary.
  let all: [(name: String, amount: Int64?)]

  init(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
    let name = try step.index(of: chart.x)
    let amount = try step.index(of: chart.y)
    var colour = step.table.index(of: "colour")
    if let wanted = chart.colour { colour = try step.index(of: wanted) }
    let folded = try step.analysed { () throws(AnalysisError) in
      try foldRows(
        step.table, top: chart.top ?? step.table.rows.count, additive: [chart.y.name])
    }
    func text(_ cell: Cell, _ format: ValueFormat) throws(Diagnostic) -> String {
      try step.scope.text(cell, as: format, at: chart.y.position)
    }
    var all: [(name: String, amount: Int64?)] = []
    for row in step.table.rows { all.append((try text(row[name], .text), row[amount].integer)) }
    self.all = all
    for row in folded.shown {
      let slot = colour.flatMap { row[$0].integer }.flatMap { SeriesColour(rawValue: Int($0)) }
      rows.append(
        Row(
          bar: BarChart.Bar(
            name: try text(row[name], .text), label: try text(row[amount], chart.format),
            value: row[amount].number, colour: slot),
          amount: row[amount].integer))
    }
    if let other = folded.other {
      rows.append(
        Row(
          bar: BarChart.Bar(
            name: chart.otherLabel ?? "Other (\(folded.otherCount))",
            label: try text(other[amount], chart.format), value: other[amount].number,
            colour: .other),
          amount: other[amount].integer))
    }
  }

  func table(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
    var table = NumberTable(
      head: [label(of: chart.x.name), label(of: chart.y.name)], format: chart.format, step: step,
      position: chart.y.position)
    for row in rows { table.rows.append((row.bar.name, [row.amount])) }
    return try table.html()
  }
}
