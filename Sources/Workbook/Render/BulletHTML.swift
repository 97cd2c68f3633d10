import Analysis
import Charts
import SourceText
import Tables

/// A bullet chart: a bar against a budget per row of the query, in its order.
func bulletHTML(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  let figure = ChartFigure(chart: chart, step: step, period: nil)
  let rows = try BulletRows(chart, step)
  guard !rows.uses.isEmpty else { return try figure.empty() }
  var bars: [BulletChart.Row] = []
  for use in rows.uses {
    bars.append(
      BulletChart.Row(
        name: use.name, text: drawnText(try rows.text(of: use)), used: use.used.map(Double.init),
        budget: use.budget.map(Double.init)))
  }
  let drawing = BulletChart(rows: bars, pace: rows.pace)
  let svg = [("wide", ChartFrame.wide), ("narrow", ChartFrame.narrow)].map { name, frame in
    drawing.svg(
      frame, labelledBy: figure.titleID, describedBy: figure.summaryID, class: name)
  }
  let summary = try step.summarised { words in
    try bulletSummary(of: rows.uses, pace: rows.pace, words: words)
  }
  return try figure.html(drawing: svg.joined(), summary: summary, numbers: try rows.table())
}

/// The rows of a bullet chart, and its table.
private struct BulletRows {
  let uses: [BudgetUse]
  let pace: Double?
  private let chart: ChartDefinition
  private let step: StepRows

  init(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) {
    self.chart = chart
    self.step = step
    let name = try step.index(of: chart.x)
    let used = try step.index(of: chart.y)
    var budget: Int?
    if let column = chart.roles[.budget] { budget = try step.index(of: column) }
    var uses: [BudgetUse] = []
    for row in step.table.rows {
      let amounts = try step.analysed { () throws(AnalysisError) in
        (
          used: try exactSum([row[used]], of: chart.y.name),
          budget: try budget.flatMap { index throws(AnalysisError) in
            try exactSum([row[index]], of: step.table.columns[index])
          }
        )
      }
      uses.append(
        BudgetUse(
          name: try step.scope.text(row[name], as: .text, at: chart.x.position),
          used: amounts.used, budget: amounts.budget))
    }
    self.uses = uses
    pace = try sharedPace(chart, step)
  }

  /// The percent, or the amount where there is none.
  func text(of use: BudgetUse) throws(Diagnostic) -> String {
    if let share = use.share { return try percent(share) }
    return try amount(use.used)
  }

  func table() throws(Diagnostic) -> HTMLBuffer {
    var html = HTMLBuffer()
    html.append(markup: "<thead>\n<tr><th scope=\"col\">")
    html.append(text: label(of: chart.x.name))
    html.append(markup: "</th>")
    let budgetHead = chart.roles[.budget].map { label(of: $0.name) } ?? "Budget"
    for head in [label(of: chart.y.name), budgetHead, "Percent used"] {
      html.append(markup: "<th scope=\"col\" class=\"number\">")
      html.append(text: head)
      html.append(markup: "</th>")
    }
    html.append(markup: "</tr>\n</thead>\n<tbody>\n")
    for use in uses {
      html.append(markup: "<tr>")
      try write(use, to: &html)
    }
    if chart.format.isAdditive, uses.allSatisfy({ $0.budget != nil }) {
      try writeTotal(to: &html)
    } else {
      html.append(markup: "</tbody>\n")
    }
    return html
  }

  /// Sums of some of the budgets would compare all of the use with a part.
  private func writeTotal(to html: inout HTMLBuffer) throws(Diagnostic) {
    let sums = try step.analysed { () throws(AnalysisError) in
      var (used, budget) = (ExactSum(), ExactSum())
      for use in uses {
        used.add(use.used)
        budget.add(use.budget)
      }
      return BudgetUse(
        name: "Total", used: try used.total(of: chart.y.name),
        budget: try budget.total(of: chart.roles[.budget]?.name ?? "budget"))
    }
    let used = rounding(of: uses.compactMap(\.used), total: sums.used)
    let budget = rounding(of: uses.compactMap(\.budget), total: sums.budget)
    if used != nil || budget != nil {
      html.append(markup: "<tr class=\"rounding\"><th scope=\"row\">Rounding</th>")
      for difference in [used, budget] {
        html.append(number: difference, text: try difference.map(amount) ?? "")
      }
      html.append(markup: "<td class=\"number\"></td></tr>\n")
    }
    html.append(markup: "</tbody>\n<tfoot>\n<tr class=\"total\">")
    try write(sums, to: &html)
    html.append(markup: "</tfoot>\n")
  }

  private func write(_ use: BudgetUse, to html: inout HTMLBuffer) throws(Diagnostic) {
    html.append(markup: "<th scope=\"row\">")
    html.append(text: use.name)
    html.append(markup: "</th>")
    html.append(number: use.used, text: try amount(use.used))
    html.append(number: use.budget, text: try use.budget.map(amount) ?? "no budget")
    let percent = try use.share.map(percent) ?? (use.overrun == nil ? "" : "over")
    html.append(number: nil, text: percent)
    html.append(markup: "</tr>\n")
  }

  private func rounding(of parts: [Int64], total: Int64?) -> Int64? {
    guard chart.format.isMoney, let total else { return nil }
    return roundingDifference(
      parts: parts, total: total, decimals: step.shownDecimals(of: chart.format))
  }

  private func amount(_ amount: Int64?) throws(Diagnostic) -> String {
    try step.scope.text(
      amount.map(Cell.integer) ?? .null, as: chart.format, at: chart.y.position)
  }

  private func percent(_ share: Double) throws(Diagnostic) -> String {
    try step.scope.text(.real(share), as: .percent, at: chart.y.position)
  }
}

/// One tick stands in all rows, so they cannot differ.
private func sharedPace(_ chart: ChartDefinition, _ step: StepRows) throws(Diagnostic) -> Double? {
  guard let column = chart.roles[.pace] else { return nil }
  let index = try step.index(of: column)
  let paces = Set(step.table.rows.compactMap { $0[index].number })
  guard paces.count <= 1 else {
    throw Diagnostic(
      .unformattable(
        "the rows differ in '\(column.name)', which is one for the whole chart",
        remedy: "select the same number from 0 to 1 in every row"),
      in: step.scope.file, at: column.position)
  }
  return paces.first { $0 >= 0 && $0 <= 1 }
}
