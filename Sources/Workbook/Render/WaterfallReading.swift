import Analysis
import SourceText
import Tables

/// The rows of a waterfall, of which the first and the last are its totals.
/// - Returns: nil where there is nothing to compare: no rows, or a single total.
/// - Throws: where other rows are totals, or where known steps do not add up to the difference of known
///   totals: a picture of them would be wrong.
func waterfallSteps(
  _ chart: ChartDefinition, _ step: StepRows
) throws(Diagnostic) -> WaterfallSteps? {
  let label = try step.index(of: chart.x)
  let amount = try step.index(of: chart.y)
  guard let total = chart.roles[.total] else { return nil }
  let totalIndex = try step.index(of: total)
  guard chart.format.isAdditive else {
    throw mistake(
      "a waterfall adds up, and numbers in the format '\(chart.format.rawValue)' cannot be added up",
      remedy: "choose 'money', 'amount', 'tokens' or 'compact'", at: chart.y.position, step)
  }
  let rows = step.table.rows
  try checkTotals(rows.map { $0[totalIndex] == .integer(1) }, column: total, step)
  guard rows.count > 1 else { return nil }
  var read: [WaterfallSteps.Amount] = []
  for row in rows {
    let value = try step.analysed { () throws(AnalysisError) in
      try exactSum([row[amount]], of: chart.y.name)
    }
    let text = try step.scope.text(row[label], as: .text, at: chart.x.position)
    read.append(WaterfallSteps.Amount(label: text, amount: value))
  }
  let waterfall = WaterfallSteps(
    start: read[0], steps: Array(read[1..<(read.count - 1)]), end: read[read.count - 1])
  try checkSum(of: waterfall, chart, step)
  return waterfall
}

/// An amount with its sign.
func waterfallChange(
  _ amount: Int64?, _ chart: ChartDefinition, _ step: StepRows
) throws(Diagnostic) -> String {
  let format: ValueFormat =
    switch chart.format {
    case .money: .change
    case .amount: .difference
    default: chart.format
    }
  let text = try step.scope.text(
    amount.map(Cell.integer) ?? .null, as: format, at: chart.y.position)
  guard let amount, amount > 0 else { return text }
  switch format {
  case .change, .difference: return text
  case .rounded:
    return step.isShownAsZero(amount, format) ? text : "+" + Typography.wordJoiner + text
  default: return "+" + text
  }
}

extension StepRows {
  fileprivate func isShownAsZero(_ amount: Int64, _ format: ValueFormat) -> Bool {
    format.isMoney && shownUnits(amount, decimals: shownDecimals(of: format)) == 0
  }
}

/// - Parameter isTotal: One per row.
private func checkTotals(
  _ isTotal: [Bool], column: ColumnName, _ step: StepRows
) throws(Diagnostic) {
  let inside = isTotal.indices.first { index in
    let isEnd = index == 0 || index == isTotal.count - 1
    return isTotal[index] != isEnd
  }
  guard let inside else { return }
  throw mistake(
    isTotal[inside]
      ? "row \(inside + 1) of the waterfall is a total between its first and its last row"
      : "the \(inside == 0 ? "first" : "last") row of the waterfall is no total",
    remedy: "select 1 as '\(column.name)' in the first and the last row only, and order the rows",
    at: column.position, step)
}

/// Where a step is not known, nobody can say what is forgotten.
private func checkSum(
  of waterfall: WaterfallSteps, _ chart: ChartDefinition, _ step: StepRows
) throws(Diagnostic) {
  let (difference, rest) = try step.analysed { () throws(AnalysisError) in
    (
      try waterfall.difference(of: chart.y.name), try waterfall.unexplained(of: chart.y.name)
    )
  }
  guard let difference, let rest, rest != 0, !waterfall.hasUnknownStep else { return }
  let missing = try exactText(rest, chart, step)
  throw mistake(
    "the totals differ by \(try exactText(difference, chart, step)), of which the steps lack "
      + missing,
    remedy: "add a step of \(missing), so that the steps add up to the last total less the first",
    at: chart.y.position, step)
}

/// A difference that rounds away would be written as none.
private func exactText(
  _ amount: Int64, _ chart: ChartDefinition, _ step: StepRows
) throws(Diagnostic) -> String {
  step.isShownAsZero(amount, chart.format)
    ? "\(amount) nano" : try waterfallChange(amount, chart, step)
}

private func mistake(
  _ problem: String, remedy: String, at position: SourcePosition, _ step: StepRows
) -> Diagnostic {
  Diagnostic(.unformattable(problem, remedy: remedy), in: step.scope.file, at: position)
}
