/// `8.1 % more than`, `3.0 % less than`, `exactly as much as`.
/// - Returns: nil where a percentage says nothing: the base is not above zero, or the amount below it.
func changeText(from base: Double, to amount: Double, words: SummaryWords) throws -> String? {
  guard base > 0, amount >= 0, base.isFinite, amount.isFinite else { return nil }
  guard amount != base else { return "exactly as much as" }
  let change = amount / base - 1
  let direction = change < 0 ? "less than" : "more than"
  // Under this the percentage would be written as zero.
  guard change.magnitude >= 0.0005 else {
    return "under \(try words.percent(0.001)) \(direction)"
  }
  return "\(try words.percent(change.magnitude)) \(direction)"
}
