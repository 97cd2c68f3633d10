import UsageModel

/// Says in sentences what a chart of single columns shows: the newest complete one against the one
/// before it, a day against the same weekday a week before, the highest, what is not over, what is missing and what may still change.
/// - Parameters:
///   - columns: One series.
///   - asOf: The newest day of the data; a period that ends later is not over.
package func columnSummary(
  of columns: CalendarColumns, asOf: CalendarDay, words: SummaryWords
) throws -> String {
  guard !columns.periods.isEmpty else { return "There is nothing to show." }
  let values = columns.series.first?.values ?? columns.periods.map { _ in nil }
  var sentences =
    values.contains { $0 != nil }
    ? try newestSentences(of: columns, values, asOf: asOf, words: words)
    : ["No amount is known."]
  sentences += try highestColumnSentences(of: columns, words: words)
  sentences += try unfinishedSentences(of: columns, asOf: asOf, words: words)
  sentences += try completenessSentences(of: columns.periods, words: words)
  return sentences.joined(separator: " ")
}

private func newestSentences(
  of columns: CalendarColumns, _ values: [Int64?], asOf: CalendarDay, words: SummaryWords
) throws -> [String] {
  func isComplete(_ index: Int) -> Bool {
    let period = columns.periods[index]
    return values[index] != nil && period.status == .received && period.days.upperBound <= asOf
      && (columns.grain != .week || period.days.count == 7)
  }
  func amount(_ index: Int) throws -> String { try words.amount(values[index] ?? 0) }
  func place(_ index: Int) throws -> String {
    try placeText(columns.periods[index], columns.grain, words: words)
  }
  guard let newest = values.indices.last(where: isComplete) else {
    guard let open = values.indices.last(where: { values[$0] != nil }) else { return [] }
    let isOver = columns.periods[open].days.upperBound <= asOf
    return ["\(try amount(open)) \(try place(open))\(isOver ? "" : " so far")."]
  }
  let sentence = "\(try amount(newest)) \(try place(newest))"
  // A Saturday is not compared with a Friday.
  let distance = columns.grain == .day ? 7 : 1
  guard newest >= distance, isComplete(newest - distance) else { return [sentence + "."] }
  let before = "\(try amount(newest - distance)) \(try place(newest - distance))"
  let change = try changeText(
    from: Double(values[newest - distance] ?? 0), to: Double(values[newest] ?? 0), words: words)
  return [sentence + (change.map { ", \($0) the " } ?? ", after ") + before + "."]
}

private func unfinishedSentences(
  of columns: CalendarColumns, asOf: CalendarDay, words: SummaryWords
) throws -> [String] {
  guard columns.grain == .month, let newest = columns.periods.last,
    newest.days.contains(asOf), asOf < newest.days.upperBound
  else { return [] }
  let past = newest.days.lowerBound.distance(to: asOf) + 1
  let held = past - newest.missingDays.count
  return [
    "\(try words.month(newest.days.lowerBound.month)) holds \(held) of \(newest.days.count) days."
  ]
}
