/// Says in a sentence what a bar chart shows: the largest category, its share, and the next.
/// - Parameters:
///   - bars: In any order; nil is unknown. Equal amounts are ordered by name.
///   - isAdditive: Whether the bars have a sum; prices have none, and then no share is named.
package func barSummary(
  of bars: [(name: String, amount: Int64?)], words: SummaryWords, isAdditive: Bool = true
) throws -> String {
  guard !bars.isEmpty else { return "There is nothing to show." }
  let known = bars.compactMap { bar in bar.amount.map { (name: bar.name, amount: $0) } }
  guard isAdditive else { return try rankSummary(of: known, words: words) }
  var sum = ExactSum()
  for bar in bars { sum.add(bar.amount) }
  guard let all = try sum.total(of: "total") else { return "The total is not known." }
  let ranked = known.sorted { ($1.amount, $0.name) < ($0.amount, $1.name) }
  guard all > 0, let first = ranked.first else { return "The total is \(try words.amount(all))." }
  let amount = try words.amount(first.amount)
  guard ranked.count > 1 else { return "\(first.name) is the only one, with \(amount)." }
  let share = try words.percent(Double(first.amount) / Double(all))
  return "\(first.name) is the largest of \(ranked.count) with \(amount), \(share) of "
    + "\(try words.amount(all)); \(ranked[1].name) follows with "
    + "\(try words.amount(ranked[1].amount))."
}

private func rankSummary(
  of known: [(name: String, amount: Int64)], words: SummaryWords
) throws -> String {
  let ranked = known.sorted { ($1.amount, $0.name) < ($0.amount, $1.name) }
  guard let first = ranked.first, let last = ranked.last else { return "Nothing is known." }
  let highest = "\(first.name) is the highest with \(try words.amount(first.amount))"
  guard ranked.count > 1 else { return highest + "." }
  return highest + ", \(last.name) the lowest with \(try words.amount(last.amount))."
}
