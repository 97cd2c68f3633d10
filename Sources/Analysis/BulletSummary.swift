/// Says in sentences what a bullet chart shows: how many are over their budgets, by how much the one
/// that is furthest over, and how many use more than the calendar.
/// - Parameters:
///   - uses: Those that are equally far over are ordered by name.
///   - pace: How much of the budgets' period is over, from 0 to 1.
package func bulletSummary(
  of uses: [BudgetUse], pace: Double?, words: SummaryWords
) throws -> String {
  guard !uses.isEmpty else { return "There is nothing to show." }
  let budgeted = uses.filter { $0.budget != nil }
  let known = budgeted.filter { $0.used != nil }
  var sentences: [String] = []
  if let only = known.first, known.count == 1 {
    sentences.append(try sentence(of: only, words: words))
  } else if !known.isEmpty {
    sentences.append(try overrunSentence(of: known, words: words))
  }
  if let pace, pace > 0, pace < 1, !known.isEmpty {
    let count = known.count { $0.isAhead(of: pace) }
    sentences.append(
      "\(count == 0 ? "None is" : count == 1 ? "1 is" : "\(count) are") over the even pace of "
        + "\(try words.percent(pace)).")
  }
  let unknown = budgeted.filter { $0.used == nil }.map(\.name)
  if !unknown.isEmpty { sentences.append("What is used is not known for \(listed(unknown)).") }
  let without = uses.filter { $0.budget == nil }.map(\.name)
  if !without.isEmpty { sentences.append("No budget is agreed for \(listed(without)).") }
  return sentences.joined(separator: " ")
}

private func sentence(of use: BudgetUse, words: SummaryWords) throws -> String {
  if let overrun = use.overrun {
    return
      "\(use.name) is over its budget by \(try words.amount(overrun))\(try shareClause(use, words))."
  }
  let share = try words.percent(use.share ?? 0)
  return "\(use.name) has used \(share) of its budget."
}

private func overrunSentence(of known: [BudgetUse], words: SummaryWords) throws -> String {
  let over = known.filter { $0.overrun != nil }.sorted {
    ($1.overrun ?? 0, $0.name) < ($0.overrun ?? 0, $1.name)
  }
  guard let furthest = over.first, let overrun = furthest.overrun else {
    return "None of \(known.count) is over its budget."
  }
  let count =
    over.count == 1
    ? "1 of \(known.count) is over its budget: \(furthest.name)"
    : "\(over.count) of \(known.count) are over their budgets; \(furthest.name) is furthest over"
  return count + ", by \(try words.amount(overrun))\(try shareClause(furthest, words))."
}

private func shareClause(_ use: BudgetUse, _ words: SummaryWords) throws -> String {
  try use.share.map { ", with \(try words.percent($0)) of it used" } ?? ""
}

/// Of many, three are named.
func listed(_ names: [String]) -> String {
  names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
}
