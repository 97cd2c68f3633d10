import Testing
import UsageModel

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, 0), (9_999_999, 0), (10_000_000, 1), (-1, -1), (-10_000_000, -1), (-10_000_001, -2),
    ] as [(Int64, Int)])
  func `seconds are rounded down on both sides of 1970`(ticks: Int64, seconds: Int) {
    #expect(Timestamp(ticks: ticks).seconds == seconds)
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (863_999_999_999, "1970-01-01"), (864_000_000_000, "1970-01-02"),
      (-1, "1969-12-31"), (-864_000_000_000, "1969-12-31"), (-864_000_000_001, "1969-12-30"),
    ] as [(Int64, String)])
  func `the last tick before midnight belongs to the day before`(ticks: Int64, day: String) {
    #expect(Timestamp(ticks: ticks).utcDay.description == day)
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (863_999_999_999, "1970-01-01T23:59:59Z"),
      (37_230_000_000, "1970-01-01T01:02:03Z"), (-1, "1969-12-31T23:59:59Z"),
    ] as [(Int64, String)])
  func `a moment is written to the second in UTC`(ticks: Int64, text: String) {
    #expect(Timestamp(ticks: ticks).description == text)
  }

  @Test func `the first and the last moment there are do not overflow`() {
    #expect(Timestamp(ticks: .min).seconds == -922_337_203_686)
    #expect(Timestamp(ticks: .max).seconds == 922_337_203_685)
  }
}
