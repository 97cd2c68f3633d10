import UsageModel

/// Dates, each kept on one line.
extension LocaleNotation {
  /// `22 November`.
  package func dayText(_ day: CalendarDay) -> String {
    joined(dayAndMonth(day, monthName: monthName(day.month)))
  }

  /// `22 November 2026`.
  package func dateText(_ day: CalendarDay) -> String {
    dateText(day, monthName: monthName(day.month))
  }

  /// `22 Nov 2026`, in German `22.11.2026`.
  package func shortDateText(_ day: CalendarDay) -> String {
    guard dateOrder == .ordinalDayMonthYear else {
      return dateText(day, monthName: shortMonthName(day.month))
    }
    return [twoDigits(day.dayOfMonth), twoDigits(day.month.month), String(day.year)]
      .joined(separator: ".")
  }

  /// `Sunday 22 November 2026`; a line may end after the weekday.
  package func weekdayDateText(_ day: CalendarDay) -> String {
    let weekday = language.weekdays[day.weekday - 1]
    let hasComma = dateOrder == .monthDayYear || dateOrder == .ordinalDayMonthYear
    return weekday + (hasComma ? ", " : " ") + dateText(day)
  }

  /// `November 2026`.
  package func monthText(_ month: CalendarMonth) -> String {
    joined([monthName(month), String(month.year)])
  }

  /// `Nov 2026`, where there is little room.
  package func shortMonthText(_ month: CalendarMonth) -> String {
    joined([shortMonthName(month), String(month.year)])
  }

  /// `22 Nov`, for the axis of a chart.
  func tickText(_ day: CalendarDay) -> String {
    dayAndMonth(day, monthName: shortMonthName(day.month)).joined(separator: " ")
  }

  /// `22`, in German `22.`.
  func dayNumber(_ day: CalendarDay) -> String {
    switch dateOrder {
    case .dayMonthYear, .monthDayYear: String(day.dayOfMonth)
    case .ordinalDayMonthYear: "\(day.dayOfMonth)."
    case .firstDayMonthYear: day.dayOfMonth == 1 ? "1er" : String(day.dayOfMonth)
    }
  }

  func monthName(_ month: CalendarMonth) -> String { language.months[month.month - 1] }

  func shortMonthName(_ month: CalendarMonth) -> String { language.shortMonths[month.month - 1] }

  private func dateText(_ day: CalendarDay, monthName: String) -> String {
    let dayAndMonth = joined(dayAndMonth(day, monthName: monthName))
    return joined([dayAndMonth + (dateOrder == .monthDayYear ? "," : ""), String(day.year)])
  }

  private func dayAndMonth(_ day: CalendarDay, monthName: String) -> [String] {
    dateOrder == .monthDayYear ? [monthName, dayNumber(day)] : [dayNumber(day), monthName]
  }
}

private func joined(_ words: [String]) -> String {
  words.joined(separator: Typography.noBreakSpace)
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
