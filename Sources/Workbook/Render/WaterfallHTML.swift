import Analysis
import Charts
import SourceText
import Tables

/// A waterfall: from the total in the first row to the one in the last.
func waterfallHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  let figure = ChartFigure(chart: chart, step: step, period: nil)
  guard let rows = try WaterfallTable(chart, step) else { return try figure.empty() }
  let drawing = WaterfallChart(
    start: try rows.entry(rows.amounts.start, as: chart.format), steps: try rows.drawnSteps(),
    end: try rows.entry(rows.amounts.end, as: chart.format))
  let svg = [("wide", ChartFrame.wideSteps), ("narrow", ChartFrame.narrowSteps)].map {
    name, frame in
    drawing.svg(
      frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  let summary = try step.summarised { words in
    try waterfallSummary(of: rows.amounts, words: words) { try rows.changeText($0) }
  }
  return try figure.html(drawing: svg.joined(), summary: summary, numbers: try rows.html())
}

/// The rows of a waterfall as they are shown: their labels add up.
private struct WaterfallTable {
  let amounts: WaterfallSteps
  /// What the shown steps lack to the shown difference.
  private let rounding: Int64?
  private let chart: ChartDefinition
  private let step: StepRows

  /// - Returns: nil where there is nothing to compare: no rows, or a single total.
  init?(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
    guard let amounts = try waterfallSteps(chart, step) else { return nil }
    self.amounts = amounts
    self.chart = chart
    self.step = step
    let known = amounts.steps.compactMap(\.amount)
    if chart.format.isMoney, !amounts.hasUnknownStep, let start = amounts.start.amount,
      let end = amounts.end.amount
    {
      rounding = roundingDifference(
        parts: [start] + known, total: end, decimals: step.shownDecimals(of: chart.format))
    } else {
      rounding = nil
    }
  }

  func entry(
    _ amount: WaterfallSteps.Amount, as format: ValueFormat
  ) throws(Diagnostic) -> WaterfallChart.Entry {
    WaterfallChart.Entry(
      label: amount.label, text: drawnText(try text(amount.amount, as: format)),
      value: amount.amount.map(Double.init))
  }

  /// With what rounding leaves over, so that the labels in the picture add up.
  func drawnSteps() throws(Diagnostic) -> [WaterfallChart.Entry] {
    var entries: [WaterfallChart.Entry] = []
    for step in shownSteps {
      entries.append(
        WaterfallChart.Entry(
          label: step.label, text: drawnText(try changeText(step.amount)),
          value: step.amount.map(Double.init)))
    }
    return entries
  }

  private var shownSteps: [WaterfallSteps.Amount] {
    amounts.steps
      + (rounding.map { [WaterfallSteps.Amount(label: "Rounding", amount: $0)] } ?? [])
  }

  func html() throws(Diagnostic) -> HTMLBuffer {
    var html = HTMLBuffer()
    html.append(markup: "<thead>\n<tr><th scope=\"col\">")
    html.append(text: label(of: chart.x.name))
    html.append(markup: "</th><th scope=\"col\" class=\"number\">")
    html.append(text: label(of: chart.y.name))
    html.append(markup: "</th></tr>\n</thead>\n<tbody>\n")
    try write(amounts.start, text: text(amounts.start.amount, as: chart.format), to: &html)
    for step in shownSteps { try write(step, text: changeText(step.amount), to: &html) }
    try write(
      amounts.end, text: text(amounts.end.amount, as: chart.format), class: " class=\"total\"",
      to: &html)
    html.append(markup: "</tbody>\n")
    return html
  }

  private func write(
    _ amount: WaterfallSteps.Amount, text: String, class: String = "", to html: inout HTMLBuffer
  ) {
    html.append(markup: "<tr\(`class`)><th scope=\"row\">")
    html.append(text: amount.label)
    html.append(markup: "</th>")
    html.append(number: amount.amount, text: text)
    html.append(markup: "</tr>\n")
  }

  /// With its sign.
  func changeText(_ amount: Int64?) throws(Diagnostic) -> String {
    try waterfallChange(amount, chart, step)
  }

  private func text(_ amount: Int64?, as format: ValueFormat) throws(Diagnostic) -> String {
    try step.scope.text(amount.map(Cell.integer) ?? .null, as: format, at: chart.y.position)
  }
}
