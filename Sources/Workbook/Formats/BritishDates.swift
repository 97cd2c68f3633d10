import UsageModel

// In British English, where no locale is given.

func dayText(_ day: CalendarDay) -> String { LocaleNotation.britishEnglish.dayText(day) }

func dateText(_ day: CalendarDay) -> String { LocaleNotation.britishEnglish.dateText(day) }

func shortDateText(_ day: CalendarDay) -> String {
  LocaleNotation.britishEnglish.shortDateText(day)
}

func monthText(_ month: CalendarMonth) -> String {
  LocaleNotation.britishEnglish.monthText(month)
}

func shortMonthText(_ month: CalendarMonth) -> String {
  LocaleNotation.britishEnglish.shortMonthText(month)
}

/// `25 October to 22 November 2026`; the year is named twice only where it changes.
func rangeText(_ days: ClosedRange<CalendarDay>) -> String {
  let (first, last) = (days.lowerBound, days.upperBound)
  if first == last { return dateText(first) }
  return (first.year == last.year ? dayText(first) : dateText(first)) + " to " + dateText(last)
}

func monthRangeText(_ days: ClosedRange<CalendarDay>) -> String {
  LocaleNotation.britishEnglish.monthRangeText(days)
}
