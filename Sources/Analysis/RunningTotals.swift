/// Amounts added up from slot to slot, exactly.
///
/// A slot without an amount leaves the total as it was; after the newest amount there is none (nil).
package func runningTotals(of amounts: [Int64?], column: String) throws(AnalysisError) -> [Int64?] {
  let newest = amounts.lastIndex { $0 != nil } ?? -1
  var sum = ExactSum()
  var totals: [Int64?] = []
  for (index, amount) in amounts.enumerated() {
    sum.add(amount ?? 0)
    totals.append(index <= newest ? try sum.total(of: column) : nil)
  }
  return totals
}

/// What is expected to be reached, slot by slot: the amounts after `newest`, added to what is there.
///
/// A slot without an amount is passed over (nil).
func expectedTotals(
  of amounts: [Int64?], after newest: Int?, from start: Int64, column: String
) throws(AnalysisError) -> [Int64?] {
  var sum = ExactSum()
  sum.add(start)
  var totals: [Int64?] = []
  for (index, amount) in amounts.enumerated() {
    guard index > newest ?? -1, let amount else {
      totals.append(nil)
      continue
    }
    sum.add(amount)
    totals.append(try sum.total(of: column))
  }
  return totals
}
