/// A calendar month, such as `2026-10`.
package struct CalendarMonth: Hashable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int

  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads exactly `YYYY-MM`.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let first = CalendarDay(String(text) + "-01") else { return nil }
    self = first.month
  }

  /// Days in the month, 28 to 31.
  package var length: Int {
    switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// In English, such as `October`.
  package var name: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names[month - 1]
  }

  package var days: ClosedRange<CalendarDay> {
    // Every month has a first day; the fallback is for years outside 1...9999.
    let first = CalendarDay(year: year, month: month, day: 1) ?? CalendarDay(daysSince1970: 0)
    return first...first.advanced(by: length - 1)
  }

  private var isLeapYear: Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
}

extension CalendarMonth: Strideable {
  private var ordinal: Int { year * 12 + month - 1 }
  package func distance(to other: CalendarMonth) -> Int { other.ordinal - ordinal }
  package func advanced(by months: Int) -> CalendarMonth {
    let target = ordinal + months
    return CalendarMonth(year: target / 12, month: target % 12 + 1)
  }
}

extension CalendarMonth: CustomStringConvertible {
  package var description: String { padded(year, to: 4) + "-" + padded(month, to: 2) }
}
