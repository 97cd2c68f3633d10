import Pricing
import SourceText
import UsageModel

/// The columns of budgets.csv.
enum BudgetColumn: String, TableColumn {
  case team, month, amount, currency
}

/// - Parameters:
///   - teams: The teams of teams.csv, where there is one.
///   - currency: The reporting currency; nil where `tokenbook.yml` names no proper one.
func readBudgets(
  _ file: SourceFile, teams: KnownTeams?, currency: String?, mistakes: inout [Diagnostic]
) -> [Budget] {
  let rows = readTable(file, columns: BudgetColumn.self, mistakes: &mistakes) ?? []
  var budgets: [Budget] = []
  var identities: [(identity: String, cell: Located)] = []
  for row in rows {
    let team = row.optionalID(.team, mistakes: &mistakes)
    teams?.check(team, mistakes: &mistakes)
    let month = row.required(.month, mistakes: &mistakes)
      .flatMap { calendarMonth($0, mistakes: &mistakes) }
    let amount = row.required(.amount, mistakes: &mistakes)
      .flatMap { money($0, mistakes: &mistakes) }
    let rowCurrency = row.currency(.currency, reporting: currency, mistakes: &mistakes)
    guard let month, let amount, let rowCurrency else { continue }
    identities.append(("\(team?.text ?? "the company") in \(month)", row[.team]))
    budgets.append(
      Budget(
        id: rowID(row.texts), team: team?.text, month: month, amount: amount,
        currency: rowCurrency))
  }
  mistakes += repetitions(in: identities, noun: "budget")
  return budgets
}

private func calendarMonth(_ written: Located, mistakes: inout [Diagnostic]) -> CalendarMonth? {
  if let month = CalendarMonth(written.text) { return month }
  mistakes.append(
    written.mistake(
      "\(quoted(written.text)) is not a month", remedy: "write YYYY-MM, such as 2026-10"))
  return nil
}
