import UsageModel

/// Says in sentences what a stacked chart over time shows: the largest series, the highest column,
/// what is missing and what may still change. Every word is carried by a number.
/// - Parameters:
///   - columns: Before the series beyond the top are folded.
///   - largestPercent: The share that the chart's label gives the largest series, so that one page
///     does not say two; nil: the share rounded by itself.
package func stackedColumnSummary(
  of columns: CalendarColumns, words: SummaryWords, largestPercent: Int? = nil
) throws -> String {
  guard !columns.periods.isEmpty else { return "There is nothing to show." }
  var sentences = try largestSeriesSentences(
    of: columns, words: words, percent: largestPercent)
  sentences += try highestColumnSentences(of: columns, words: words)
  sentences += try completenessSentences(of: columns.periods, words: words)
  return sentences.joined(separator: " ")
}

private func largestSeriesSentences(
  of columns: CalendarColumns, words: SummaryWords, percent: Int?
) throws -> [String] {
  let ranked = try topSeries(columns, limit: columns.series.count).series
  let totals = try ranked.map { try total(of: $0) }
  var sum = ExactSum()
  for total in totals { sum.add(total) }
  guard let all = try sum.total(of: "total") else { return ["The total is not known."] }
  guard all > 0, let largest = ranked.first, let amount = totals[0] else {
    return ["The total is \(try words.amount(all))."]
  }
  guard ranked.count > 1 else { return ["The total is \(try words.amount(all))."] }
  let share =
    try percent.map { "\($0)\u{A0}%" } ?? words.percent(Double(amount) / Double(all))
  return [
    "\(largest.name) is the largest of \(ranked.count) with \(try words.amount(amount)), "
      + "\(share) of \(try words.amount(all))."
  ]
}

/// The column with the largest sum of its series; none where no sum is above zero.
func highestColumnSentences(
  of columns: CalendarColumns, words: SummaryWords
) throws -> [String] {
  guard columns.periods.count > 1 else { return [] }
  var highest: (period: CalendarPeriod, amount: Int64)?
  for (index, period) in columns.periods.enumerated() {
    var sum = ExactSum()
    for series in columns.series { sum.add(series.values[index]) }
    guard let amount = try sum.total(of: "total"), amount > highest?.amount ?? 0 else { continue }
    highest = (period, amount)
  }
  guard let highest else { return [] }
  let amount = try words.amount(highest.amount)
  let first = highest.period.days.lowerBound
  switch columns.grain {
  case .day: return ["The highest day is \(try words.date(first)) with \(amount)."]
  case .week:
    return ["The highest week is that of \(try words.date(highest.period.monday)) with \(amount)."]
  case .month: return ["The highest month is \(try words.month(first.month)) with \(amount)."]
  }
}
