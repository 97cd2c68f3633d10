import Tables

/// The sum of a further column per period; nil where no row has a number.
package func sumPerSlot(
  of table: Table, column: String, day: String, over slots: CalendarSlots
) throws(AnalysisError) -> [Int64?] {
  var sums: [ExactSum?] = slots.periods.map { _ in nil }
  try readSlots(of: table, column: column, day: day, over: slots) { slot, number in
    var sum = sums[slot] ?? ExactSum()
    sum.add(number)
    sums[slot] = sum
  }
  var totals: [Int64?] = []
  for sum in sums {
    guard let sum else {
      totals.append(nil)
      continue
    }
    totals.append(try sum.total(of: column))
  }
  return totals
}

/// The largest number of a further column per period: for what is said again on several rows, such
/// as a budget. nil where no row has one.
package func largestPerSlot(
  of table: Table, column: String, day: String, over slots: CalendarSlots
) throws(AnalysisError) -> [Int64?] {
  var largest: [Int64?] = slots.periods.map { _ in nil }
  try readSlots(of: table, column: column, day: day, over: slots) { slot, number in
    guard let number else { return }
    largest[slot] = max(largest[slot] ?? number, number)
  }
  return largest
}

private func readSlots(
  of table: Table, column: String, day: String, over slots: CalendarSlots,
  _ body: (_ slot: Int, _ number: Int64?) -> Void
) throws(AnalysisError) {
  let dayIndex = try table.requiredIndex(of: day)
  let index = try table.requiredIndex(of: column)
  for row in table.rows {
    let number = try wholeNumber(row[index], of: column)
    guard let slot = try slots.index(of: row[dayIndex], in: day) else { continue }
    body(slot, number)
  }
}
