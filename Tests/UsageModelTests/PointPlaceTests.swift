import Testing
import UsageModel

@Suite struct PointPlaceTests {
  @Test(arguments: ["0001-01-01", "1969-12-31", "1970-01-01", "2026-10-31", "9999-12-31"])
  func `series, day and month come back`(text: String) throws {
    let day = try #require(CalendarDay(text))
    for series in [0, 1, 33_554_431] as [Int32] {
      let place = PointPlace(series: series, day: day, utcMonth: day.month)

      #expect(place.series == series)
      #expect(place.day == day)
      #expect(place.utcMonth == day.month)
    }
  }
}
