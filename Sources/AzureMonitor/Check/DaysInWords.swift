import UsageModel

/// `every day`, or the days, with neighbours together: `2026-11-17, 2026-11-19 to 2026-11-21`.
/// - Parameter days: In order.
func daysInWords(_ days: [CalendarDay], of all: ClosedRange<CalendarDay>) -> String {
  days.count == all.count ? "every day" : daysInWords(days)
}

func daysInWords(_ days: [CalendarDay]) -> String {
  var runs: [ClosedRange<CalendarDay>] = []
  for day in days {
    if let last = runs.last, last.upperBound.distance(to: day) == 1 {
      runs[runs.count - 1] = last.lowerBound...day
    } else {
      runs.append(day...day)
    }
  }
  return runs.map { run in
    run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound) to \(run.upperBound)"
  }.joined(separator: ", ")
}
