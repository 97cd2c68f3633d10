import Testing
import UsageModel

@Suite struct CalendarMonthTests {
  @Test(arguments: [
    ("2026-01", 31), ("2026-02", 28), ("2028-02", 29), ("2100-02", 28), ("2000-02", 29),
    ("2026-04", 30), ("2026-12", 31),
  ])
  func `a month has its length`(text: String, length: Int) {
    let month = CalendarMonth(text)

    #expect(month?.length == length)
    #expect(month?.description == text)
    #expect(month?.days.count == length)
  }

  @Test(arguments: ["2026-13", "2026-00", "2026-1", "2026-10-01", "", "0000-01"])
  func `anything but a real month in seven characters is none`(text: String) {
    #expect(CalendarMonth(text) == nil)
  }

  @Test func `the days of a month are its first to its last`() {
    let days = CalendarMonth(year: 2026, month: 2).days

    #expect(days.lowerBound.description == "2026-02-01")
    #expect(days.upperBound.description == "2026-02-28")
  }

  @Test(arguments: [(1, "2027-01"), (-12, "2025-12"), (-11, "2026-01"), (0, "2026-12")])
  func `months advance across years`(by months: Int, text: String) {
    let december = CalendarMonth(year: 2026, month: 12)

    let other = december.advanced(by: months)

    #expect(other.description == text)
    #expect(december.distance(to: other) == months)
  }
}
