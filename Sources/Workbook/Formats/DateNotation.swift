import UsageModel

private let monthNames = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
]

/// `22 November`, kept on one line.
func dayText(_ day: CalendarDay) -> String {
  joined([String(day.dayOfMonth), monthName(day.month)])
}

/// `22 November 2026`, kept on one line.
func dateText(_ day: CalendarDay) -> String {
  joined([String(day.dayOfMonth), monthName(day.month), String(day.year)])
}

/// `22 Nov 2026`, kept on one line.
func shortDateText(_ day: CalendarDay) -> String {
  joined([String(day.dayOfMonth), String(monthName(day.month).prefix(3)), String(day.year)])
}

/// `November 2026`, kept on one line.
func monthText(_ month: CalendarMonth) -> String {
  joined([monthName(month), String(month.year)])
}

private func monthName(_ month: CalendarMonth) -> String { monthNames[month.month - 1] }

private func joined(_ words: [String]) -> String {
  words.joined(separator: Typography.noBreakSpace)
}
