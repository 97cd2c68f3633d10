import UsageModel

/// `on 22 November 2026`, `in the week of 16 November 2026`, `in November 2026`.
func placeText(
  _ period: CalendarPeriod, _ grain: CalendarColumns.Grain, words: SummaryWords
) throws -> String {
  switch grain {
  case .day: "on \(try words.date(period.days.lowerBound))"
  case .week: "in the week of \(try words.date(period.monday))"
  case .month: "in \(try words.month(period.days.lowerBound.month))"
  }
}
