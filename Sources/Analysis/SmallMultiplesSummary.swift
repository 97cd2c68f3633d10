import UsageModel

/// Says in sentences what small multiples show: between the last two complete periods, which series
/// grew most, which fell most, and how many did either.
/// - Parameters:
///   - columns: Before the series beyond the top are folded.
///   - asOf: The newest day.
package func smallMultiplesSummary(
  of columns: CalendarColumns, asOf: CalendarDay, words: SummaryWords
) throws -> String {
  guard !columns.periods.isEmpty, !columns.series.isEmpty else {
    return "There is nothing to show."
  }
  let complete = columns.periods.indices.filter { columns.isComplete($0, asOf: asOf) }
  guard let last = complete.last, let before = complete.dropLast().last else {
    return "There are not yet two complete \(columns.grain.plural) to compare."
  }
  let changes = try columns.series.map { try SeriesChange($0, from: before, to: last) }
  let known = changes.filter { $0.change != nil }
  let (start, end) = (
    try columns.name(of: before, words: words), try columns.name(of: last, words: words)
  )
  guard !known.isEmpty else { return "\(start) and \(end) cannot be compared." }
  let clauses = try changeClauses(known, isOnly: columns.series.count == 1, words: words)
  var sentences = ["From \(start) to \(end), \(clauses.joined(separator: "; "))."]
  if columns.series.count > 1 { sentences.append(countSentence(of: changes)) }
  sentences += try completenessSentences(of: columns.periods, words: words)
  return sentences.joined(separator: " ")
}

extension CalendarColumns {
  /// Whether the whole day, week or month is past. Weeks are cut by the window.
  package func isOver(_ index: Int, asOf: CalendarDay) -> Bool {
    let days = periods[index].days
    switch grain {
    case .day: return days.upperBound <= asOf
    case .week: return days.upperBound <= asOf && days.upperBound.weekday == 7
    case .month: return days.upperBound <= asOf
    }
  }

  /// Whether every day of it has data.
  fileprivate func isComplete(_ index: Int, asOf: CalendarDay) -> Bool {
    let period = periods[index]
    let isWhole = grain != .week || period.days.lowerBound.weekday == 1
    let hasData = period.status == .received || period.status == .provisional
    return isOver(index, asOf: asOf) && isWhole && hasData
  }

  fileprivate func name(of index: Int, words: SummaryWords) throws -> String {
    let day = periods[index].days.lowerBound
    switch grain {
    case .day: return try words.date(day)
    case .week: return "the week of \(try words.date(day))"
    case .month: return try words.month(day.month)
    }
  }
}

extension CalendarColumns.Grain {
  fileprivate var plural: String {
    switch self {
    case .day: "days"
    case .week: "weeks"
    case .month: "months"
    }
  }
}

/// How a series differs between two periods.
private struct SeriesChange {
  let name: String
  /// nil where either value is unknown.
  let change: Int64?
  /// Of the first value, without a sign; nil where that is not above zero.
  let share: Double?

  var amount: Int64 { change ?? 0 }

  init(_ series: CalendarSeries, from before: Int, to last: Int) throws {
    name = series.name
    guard let from = series.values[before], let to = series.values[last] else {
      (change, share) = (nil, nil)
      return
    }
    let (difference, isOverflow) = to.subtractingReportingOverflow(from)
    if isOverflow { throw AnalysisError.tooLarge(column: series.name) }
    change = difference
    share = from > 0 ? Double(difference).magnitude / Double(from) : nil
  }

  func text(_ words: SummaryWords) throws -> String {
    try words.amount(Int64(clamping: amount.magnitude))
      + (share.map { " (\(try words.percent($0)))" } ?? "")
  }
}

private func countSentence(of changes: [SeriesChange]) -> String {
  let counts =
    "Of \(changes.count), \(changes.count { $0.amount > 0 }) grew and "
    + "\(changes.count { $0.amount < 0 }) fell"
  let unknown = changes.count { $0.change == nil }
  return counts + (unknown > 0 ? "; \(unknown) cannot be compared." : ".")
}

private func changeClauses(
  _ known: [SeriesChange], isOnly: Bool, words: SummaryWords
) throws -> [String] {
  let most = isOnly ? " by " : " most, by "
  let ranked = known.sorted { ($1.amount, $0.name) < ($0.amount, $1.name) }
  var clauses: [String] = []
  if let first = ranked.first, first.amount > 0 {
    clauses.append("\(first.name) grew\(most)\(try first.text(words))")
  }
  if let last = ranked.last, last.amount < 0 {
    clauses.append("\(last.name) fell\(most)\(try last.text(words))")
  }
  return clauses.isEmpty ? ["nothing changed"] : clauses
}
