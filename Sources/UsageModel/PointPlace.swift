/// The series, day and UTC month of a point in eight bytes: what hundreds of thousands are found by.
package struct PointPlace: Hashable, Sendable {
  /// From the top: 25 bits of series, 22 of day, 17 of month.
  package let bits: UInt64

  /// CalendarDay's first, 0001-01-01, is not below zero then.
  private static let daysBefore1970: Int32 = 719_528

  /// - Parameters:
  ///   - series: A number below 33,554,432.
  ///   - day: Of the years 1 to 9999, as its month.
  package init(series: Int32, day: CalendarDay, utcMonth: CalendarMonth) {
    let days = UInt64(truncatingIfNeeded: Int32(day.daysSince1970) + Self.daysBefore1970)
    let month = UInt64(truncatingIfNeeded: utcMonth.year * 12 + utcMonth.month - 1)
    bits = UInt64(truncatingIfNeeded: series) << 39 | (days & 0x3F_FFFF) << 17 | month & 0x1_FFFF
  }

  package var series: Int32 { Int32(truncatingIfNeeded: bits >> 39) }

  package var day: CalendarDay {
    let days = Int32(truncatingIfNeeded: bits >> 17 & 0x3F_FFFF) - Self.daysBefore1970
    return CalendarDay(daysSince1970: Int(days))
  }

  /// Months since the year 0.
  package var utcMonthOrdinal: Int32 { Int32(truncatingIfNeeded: bits & 0x1_FFFF) }

  package var utcMonth: CalendarMonth {
    CalendarMonth(year: Int(utcMonthOrdinal) / 12, month: Int(utcMonthOrdinal) % 12 + 1)
  }
}
