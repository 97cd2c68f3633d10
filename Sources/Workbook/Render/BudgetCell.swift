import Analysis
import Charts
import SourceText
import Tables

/// The cell beside a grid's number that draws it against its budget, and says so in words.
struct BudgetCell {
  let column: GridColumn
  let budget: ColumnName
  let row: GridContent.Row
  let step: StepRows

  func write(_ used: Cell, to html: inout HTMLBuffer) throws(Diagnostic) {
    let cell = row.cells[try step.index(of: budget)]
    let use = try step.analysed { () throws(AnalysisError) in
      BudgetUse(
        name: "", used: try exactSum([used], of: column.column.name),
        budget: try exactSum([cell], of: budget.name))
    }
    html.append(markup: "<td class=\"budget\">")
    if let agreed = use.budget, let amount = use.used {
      let pace = try column.pace.map { name throws(Diagnostic) in
        row.cells[try step.index(of: name)].number
      }
      html.append(
        markup: budgetBar(
          used: Double(amount), budget: Double(agreed), pace: pace.flatMap(\.self)))
      html.append(markup: "<span class=\"unseen\">")
      html.append(text: try words(use, of: cell))
      html.append(markup: "</span>")
    } else if use.budget == nil, !row.isOther {
      // Of rows added up, some may have a budget.
      html.append(markup: "<span class=\"budget-note\">no budget</span>")
    }
    html.append(markup: "</td>")
  }

  /// `72 % of €1,000.00`.
  private func words(_ use: BudgetUse, of budget: Cell) throws(Diagnostic) -> String {
    let agreed = try step.scope.text(budget, as: column.format ?? .text, at: self.budget.position)
    if let share = use.share {
      return try step.scope.text(.real(share), as: .percent, at: self.budget.position)
        + " of \(agreed)"
    }
    return (use.overrun == nil ? "under " : "over ") + agreed
  }
}
