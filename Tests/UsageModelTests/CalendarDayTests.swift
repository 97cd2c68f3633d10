import Testing
import UsageModel

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-10-31", 20_757),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func `a day is counted from 1970`(text: String, days: Int) {
    #expect(CalendarDay(text)?.daysSince1970 == days)
    #expect(CalendarDay(daysSince1970: days).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "2026-01-32", "0000-01-01", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", " 026-01-01",
    "2026-01-0x", "+026-01-01", "", "２０２６-01-01", "2026-10-31T00:00",
  ])
  func `anything but a real day in ten characters is none`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `a leap year has a 29 February`() {
    #expect(CalendarDay("2028-02-29") != nil)
    #expect(CalendarDay("2000-02-29") != nil)
    #expect(CalendarDay(year: 2027, month: 2, day: 29) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 4), ("2026-11-23", 1), ("2026-11-22", 7), ("1969-12-31", 3), ("0001-01-01", 1),
  ])
  func `Monday is 1 and Sunday is 7`(text: String, weekday: Int) {
    #expect(CalendarDay(text)?.weekday == weekday)
  }

  @Test func `each day follows the one before, 1890 to 2110`() {
    var expected = (year: 1890, month: 1, day: 1)
    var day = CalendarDay("1890-01-01")!
    var wrong: [String] = []
    while expected.year <= 2110 {
      let isSame =
        day.year == expected.year && day.month.month == expected.month
        && day.dayOfMonth == expected.day
      let again = CalendarDay(year: expected.year, month: expected.month, day: expected.day)
      if !isSame || again != day || CalendarDay(day.description) != day {
        wrong.append(day.description)
      }
      expected.day += 1
      if expected.day > day.month.length { expected = (expected.year, expected.month + 1, 1) }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      day = day.advanced(by: 1)
    }

    #expect(wrong == [])
  }

  @Test func `days are ordered and have distances`() {
    let first = CalendarDay("2026-02-27")!
    let last = CalendarDay("2026-03-02")!

    #expect(first < last)
    #expect(first.distance(to: last) == 3)
    #expect(
      (first...last).map(\.description)
        == ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"])
  }
}
