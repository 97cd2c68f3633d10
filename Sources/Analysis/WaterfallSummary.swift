/// Says in sentences what a waterfall shows: the two largest increases, the two largest decreases, and the
/// difference of the totals.
/// - Parameter change: Writes a signed amount.
package func waterfallSummary(
  of waterfall: WaterfallSteps, words: SummaryWords, change: (Int64) throws -> String
) throws -> String {
  var clauses: [String] = []
  let more = try largest(waterfall.steps.filter { ($0.amount ?? 0) > 0 }).map {
    "\($0.label) added \(try words.amount($0.amount ?? 0))"
  }
  if !more.isEmpty { clauses.append(more.joined(separator: ", ")) }
  let less = try largest(waterfall.steps.filter { ($0.amount ?? 0) < 0 }).map {
    "\($0.label) took away \(try words.amount(Int64(clamping: ($0.amount ?? 0).magnitude)))"
  }
  if !less.isEmpty { clauses.append(less.joined(separator: ", ")) }
  if let difference = try waterfall.difference(of: "total"), let start = waterfall.start.amount,
    let end = waterfall.end.amount
  {
    clauses.append(
      "in all \(try change(difference)), from \(try words.amount(start)) to "
        + "\(try words.amount(end))")
  } else {
    clauses.append("the difference of the totals is not known")
  }
  var sentences = [capitalised(clauses.joined(separator: "; ")) + "."]
  let unknown = waterfall.steps.filter { $0.amount == nil }.map(\.label)
  if !unknown.isEmpty {
    var sentence = "The amount is not known for \(listed(unknown))"
    if let rest = try waterfall.unexplained(of: "total"), rest != 0 {
      sentence += "; \(try change(rest)) is not explained"
    }
    sentences.append(sentence + ".")
  }
  return sentences.joined(separator: " ")
}

/// Equal amounts are ordered by label.
private func largest(_ steps: [WaterfallSteps.Amount]) -> ArraySlice<WaterfallSteps.Amount> {
  steps.sorted {
    (($1.amount ?? 0).magnitude, $0.label) < (($0.amount ?? 0).magnitude, $1.label)
  }.prefix(2)
}

private func capitalised(_ sentence: String) -> String {
  sentence.prefix(1).uppercased() + sentence.dropFirst()
}
