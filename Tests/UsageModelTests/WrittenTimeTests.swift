import Testing

@testable import UsageModel

@Suite struct WrittenTimeTests {
  @Test(
    arguments: [
      ("2026-10-31", nil, nil),
      ("2026-10-31T00:00:00Z", 0, 0),
      ("2026-10-31 23:59:59", 863_990_000_000, nil),
      ("2026-10-31T00:00:00.0000001Z", 1, 0),
      ("2026-10-31T00:00:00.1Z", 1_000_000, 0),
      ("2026-10-31T00:00:01.25+05:45", 12_500_000, 20_700),
      ("2026-10-31T00:00:00-0330", 0, -12_600),
    ] as [(String, Int64?, Int?)])
  func `a time is its day, its ticks and its zone`(text: String, ticks: Int64?, offset: Int?) throws
  {
    let time = try bytes(text) { try WrittenTime($0) }

    #expect(time.day == day("2026-10-31"))
    #expect(time.ticksOfDay == ticks)
    #expect(time.offset == offset)
  }

  @Test(arguments: [
    "", "2026", "2026-10", "2026-13-01", "2026-02-29", "2026-1-01", "20261031", "2026-10-31Z",
    "2026-10-31T", "2026-10-31T24:00:00Z", "2026-10-31T12:60:00Z", "2026-10-31T12:00:60Z",
    "2026-10-31T12:00Z", "2026-10-31T12:00:00.Z", "2026-10-31T12:00:00.12345678Z",
    "2026-10-31T12:00:00z", "2026-10-31T12:00:00+1", "2026-10-31T12:00:00+24:00",
    "2026-10-31T12:00:00+01:60", "2026-10-31T12:00:00ZZ", "31.10.2026", "2026-10-31_12:00:00",
    "２０２６-10-31",
  ])
  func `anything else is no time`(text: String) {
    #expect(throws: TimeProblem.notTime) { try bytes(text) { try WrittenTime($0) } }
  }

  @Test func `years from 1970 to 2099 are read`() throws {
    #expect(throws: TimeProblem.yearOutOfRange) {
      try bytes("1969-12-31T23:59:59Z") { try WrittenTime($0) }
    }
    #expect(throws: TimeProblem.yearOutOfRange) {
      try bytes("2100-01-01") { try WrittenTime($0) }
    }
    #expect(throws: TimeProblem.yearOutOfRange) {
      try bytes("0000-01-01") { try WrittenTime($0) }
    }
    #expect(try bytes("1970-01-01T00:00:00Z") { try WrittenTime($0) }.localTicks == 0)
    #expect(try bytes("2099-12-31") { try WrittenTime($0) }.day == day("2099-12-31"))
  }
}
