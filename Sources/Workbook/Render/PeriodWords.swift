import Analysis
import UsageModel

/// What heads the periods in a table.
func grainName(_ grain: CalendarColumns.Grain) -> String {
  switch grain {
  case .day: "Day"
  case .week: "Week"
  case .month: "Month"
  }
}

extension SiteScope {
  /// `22 Nov 2026 (may still change)`.
  /// - Parameter remarks: What else is to be said of it, first.
  func periodText(
    _ period: CalendarPeriod, _ grain: CalendarColumns.Grain, remarks: [String] = []
  ) -> String {
    let locale = formatter.locale
    let text =
      switch grain {
      case .day: locale.shortDateText(period.days.lowerBound)
      case .week: locale.rangeText(period.days)
      case .month: locale.monthText(period.days.lowerBound.month)
      }
    let states: [String] =
      switch period.status {
      case .provisional: ["may still change"]
      case .partial: ["incomplete"]
      case .received, .missing: []
      }
    let words = remarks + states
    return words.isEmpty ? text : text + " (" + words.joined(separator: ", ") + ")"
  }

  /// What the subtitle says of a window.
  func windowText(_ columns: [CalendarPeriod], _ grain: CalendarColumns.Grain) -> String? {
    guard let first = columns.first, let last = columns.last else { return nil }
    let days = first.days.lowerBound...last.days.upperBound
    let locale = formatter.locale
    return grain == .month ? locale.monthRangeText(days) : locale.rangeText(days)
  }

  /// A period where there is little room: `22 Nov`, `Nov 2026`.
  func shortPeriodText(_ period: CalendarPeriod, _ grain: CalendarColumns.Grain) -> String {
    let locale = formatter.locale
    return switch grain {
    case .day: locale.tickText(period.days.lowerBound)
    case .week: locale.tickRangeText(period.days)
    case .month: locale.shortMonthText(period.days.lowerBound.month)
    }
  }
}

extension LocaleNotation {
  /// `1 to 22 Nov`, `26 Oct to 1 Nov`: for a chart whose axis has the years.
  func tickRangeText(_ days: ClosedRange<CalendarDay>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return tickText(first) }
    let isOneMonth = first.month == last.month
    let start = isOneMonth && dateOrder != .monthDayYear ? dayNumber(first) : tickText(first)
    let end = isOneMonth && dateOrder == .monthDayYear ? dayNumber(last) : tickText(last)
    return switch dateOrder {
    case .dayMonthYear, .monthDayYear: start + " to " + end
    case .ordinalDayMonthYear: start + " bis " + end
    case .firstDayMonthYear: "du " + start + " au " + end
    }
  }
}
