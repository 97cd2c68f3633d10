import UsageModel

/// Which days have no data, three of them by name, and how many may still change.
func completenessSentences(
  of periods: [CalendarPeriod], words: SummaryWords
) throws -> [String] {
  var sentences: [String] = []
  let missing = periods.flatMap(\.missingDays)
  let named = try missing.prefix(3).map(words.date).joined(separator: ", ")
  switch missing.count {
  case 0: break
  case 1: sentences.append("There is no data for \(named).")
  case 2...3: sentences.append("There is no data for \(missing.count) days: \(named).")
  default:
    sentences.append(
      "There is no data for \(missing.count) days: \(named) and \(missing.count - 3) more.")
  }
  let open = periods.reduce(0) { $0 + $1.provisionalDayCount }
  if open > 0 { sentences.append("\(open) \(open == 1 ? "day" : "days") may still change.") }
  return sentences
}
