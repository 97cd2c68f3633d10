import UsageModel

extension LocaleNotation {
  /// `1 to 22 November 2026`, `25 October to 22 November 2026`: month and year are named twice only
  /// where they change.
  package func rangeText(_ days: ClosedRange<CalendarDay>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return dateText(first) }
    let isOneMonth = first.month == last.month
    let start =
      if first.year != last.year {
        dateText(first)
      } else if isOneMonth, dateOrder != .monthDayYear {
        dayNumber(first)
      } else {
        dayText(first)
      }
    let end =
      isOneMonth && dateOrder == .monthDayYear
      ? dayNumber(last) + "," + Typography.noBreakSpace + String(last.year) : dateText(last)
    switch dateOrder {
    case .dayMonthYear, .monthDayYear: return start + " to " + end
    case .ordinalDayMonthYear: return start + " bis " + end
    case .firstDayMonthYear: return "du " + start + " au " + end
    }
  }

  /// `October 2025 to November 2026`.
  package func monthRangeText(_ days: ClosedRange<CalendarDay>) -> String {
    let (first, last) = (days.lowerBound.month, days.upperBound.month)
    if first == last { return monthText(first) }
    let (start, end) = (monthText(first), monthText(last))
    switch dateOrder {
    case .dayMonthYear, .monthDayYear: return start + " to " + end
    case .ordinalDayMonthYear: return start + " bis " + end
    case .firstDayMonthYear:
      let isVowel = start.first.map { "aeiou".contains($0) } ?? false
      return (isVowel ? "d" + Typography.apostrophe : "de ") + start + " à " + end
    }
  }
}
