import GRDB
import Pricing
import UsageModel

/// Writes the rows of rates, budgets and memberships.
struct PriceBookRows {
  let database: Database
  let book: PriceBook
  /// Lines of rates.csv that priced something.
  let usedRateLines: Set<Int>

  func write() throws {
    let rates = try RepeatedStatement(
      database, "INSERT INTO stored_rate VALUES (\(places(19)))")
    for rate in book.rates {
      try rates.run(row(of: rate))
    }
    let memberships = try RepeatedStatement(
      database,
      """
      INSERT INTO stored_membership (subscription, team, cost_centre, valid_from, valid_to)
      VALUES (\(places(5)))
      """)
    for period in membershipPeriods(of: book.membership) {
      try memberships.run([
        .text(period.subscription), .text(period.payer.team), .text(period.payer.costCentre),
        .optional(period.validity.from?.description), .optional(period.validity.to?.description),
      ])
    }
    let budgets = try RepeatedStatement(
      database,
      """
      INSERT INTO stored_budget (id, team, month, amount, currency, used)
      SELECT ?1, ?2, ?3, ?4, ?5, 
        EXISTS (SELECT 1 FROM stored_monthly WHERE team = ?2 AND month = ?3)
        OR ?2 IS NULL AND EXISTS (SELECT 1 FROM stored_monthly WHERE month = ?3)
      """)
    for budget in book.budgets {
      try budgets.run([
        .text(budget.id), .optional(budget.team), .text(budget.month.description),
        .integer(budget.amount.nano), .text(budget.currency),
      ])
    }
  }

  private func row(of rate: Rate) -> [StoredValue] {
    let scope = rate.scope
    return [
      .integer(Int64(rate.line)), .text(rate.id), .integer(Int64(rate.line)),
      .text(inWords(scope)), .optional(scope.model), .optional(scope.feature),
      .optional(scope.subscription), .optional(scope.team), .optional(scope.tokenClass?.rawValue),
      .integer(rate.price.nanoPerMillion), .text(rate.writtenPrice), .text(rate.writtenPer),
      .text(rate.currency), .optional(rate.validity.from?.description),
      .optional(rate.validity.to?.description), .optional(nonEmpty(rate.agreedBy)),
      .optional(nonEmpty(rate.agreedOn)), .optional(nonEmpty(rate.document)),
      .integer(usedRateLines.contains(rate.line) ? 1 : 0),
    ]
  }
}

/// `model gpt-4o, team sales`, or `everything`.
func inWords(_ scope: RateScope) -> String {
  let parts = [
    scope.subscription.map { "subscription \($0)" }, scope.team.map { "team \($0)" },
    scope.feature.map { "feature \($0)" }, scope.model.map { "model \($0)" },
    scope.tokenClass.map { "token class \($0.rawValue)" },
  ].compactMap { $0 }
  return parts.isEmpty ? "everything" : parts.joined(separator: ", ")
}

/// `?, ?, ?`
func places(_ count: Int) -> String {
  Array(repeating: "?", count: count).joined(separator: ", ")
}
