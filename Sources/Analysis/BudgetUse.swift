/// What is used of one budget, in one unit.
package struct BudgetUse: Hashable, Sendable {
  package let name: String
  /// nil is unknown.
  package let used: Int64?
  /// nil where none is agreed, which is not zero.
  package let budget: Int64?

  /// - Parameter budget: Below zero it is none.
  package init(name: String, used: Int64?, budget: Int64?) {
    self.name = name
    self.used = used
    self.budget = budget.flatMap { $0 < 0 ? nil : $0 }
  }

  /// Used ÷ budget, 1 being all of it; nil where either is not known, and where the use is so far from
  /// the budget that a percentage says nothing, as with any use of a budget of zero.
  package var share: Double? {
    guard let used, let budget else { return nil }
    guard budget > 0 else { return used == 0 ? 0 : nil }
    let share = Double(used) / Double(budget)
    return share.magnitude < 1e6 ? share : nil
  }

  /// What is used beyond the budget, more than zero; nil where nothing is.
  package var overrun: Int64? {
    guard let used, let budget, used > budget else { return nil }
    return used - budget
  }

  /// - Parameter pace: How much of the budget's period is over, from 0 to 1.
  func isAhead(of pace: Double) -> Bool {
    guard let used, let budget else { return false }
    return Double(used) > pace * Double(budget)
  }
}
