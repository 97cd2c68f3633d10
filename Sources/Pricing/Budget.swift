import UsageModel

/// One row of budgets.csv.
package struct Budget: Hashable, Sendable {
  /// The first 8 hex digits of SHA-256 of the row.
  package let id: String
  /// nil is the whole company.
  package let team: String?
  package let month: CalendarMonth
  package let amount: Money
  package let currency: String

  package init(id: String, team: String?, month: CalendarMonth, amount: Money, currency: String) {
    self.id = id
    self.team = team
    self.month = month
    self.amount = amount
    self.currency = currency
  }
}
