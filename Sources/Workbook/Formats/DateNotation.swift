import UsageModel

/// `22 November`, kept on one line.
func dayText(_ day: CalendarDay) -> String {
  joined([String(day.dayOfMonth), day.month.name])
}

/// `22 November 2026`, kept on one line.
func dateText(_ day: CalendarDay) -> String {
  joined([String(day.dayOfMonth), day.month.name, String(day.year)])
}

/// `22 Nov 2026`, kept on one line.
func shortDateText(_ day: CalendarDay) -> String {
  joined([String(day.dayOfMonth), String(day.month.name.prefix(3)), String(day.year)])
}

/// `November 2026`, kept on one line.
func monthText(_ month: CalendarMonth) -> String {
  joined([month.name, String(month.year)])
}

private func joined(_ words: [String]) -> String {
  words.joined(separator: Typography.noBreakSpace)
}
