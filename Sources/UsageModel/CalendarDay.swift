/// A calendar date without a time or a zone, such as `2026-10-31`.
package struct CalendarDay: Hashable, Codable, Sendable {
  package let daysSince1970: Int

  package init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// - Returns: nil where the month has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= CalendarMonth(year: year, month: month).length else { return nil }
    daysSince1970 = daysFromCivil(year: year, month: month, day: day)
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(_ text: String) {
    // All digits as one number: 20261031.
    var number = 0
    var count = 0
    for byte in text.utf8 {
      if count == 4 || count == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard count < 10, (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  package var year: Int { civilFromDays(daysSince1970).year }
  package var month: CalendarMonth {
    let civil = civilFromDays(daysSince1970)
    return CalendarMonth(year: civil.year, month: civil.month)
  }
  /// 1 to 31.
  package var dayOfMonth: Int { civilFromDays(daysSince1970).day }
  /// 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    let sinceMonday = (daysSince1970 + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }
}

extension CalendarDay: Strideable {
  package func distance(to other: CalendarDay) -> Int { other.daysSince1970 - daysSince1970 }
  package func advanced(by days: Int) -> CalendarDay {
    CalendarDay(daysSince1970: daysSince1970 + days)
  }
}

extension CalendarDay: CustomStringConvertible {
  package var description: String {
    let civil = civilFromDays(daysSince1970)
    return padded(civil.year, to: 4) + "-" + padded(civil.month, to: 2) + "-"
      + padded(civil.day, to: 2)
  }
}

/// Zero-padded decimal digits.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

// Both from http://howardhinnant.github.io/date_algorithms.html: days_from_civil, civil_from_days.

private func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
  let shiftedYear = month <= 2 ? year - 1 : year
  let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
  let yearOfEra = shiftedYear - era * 400
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

private func civilFromDays(_ days: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}
