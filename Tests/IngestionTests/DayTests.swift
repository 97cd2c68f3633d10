import Testing
import UsageModel

@testable import Ingestion

@Suite struct DayTests {
  @Test(arguments: [
    // A spring day of 23 hours in Berlin: 23:00Z to 22:00Z.
    ("Europe/Berlin", "2026-03-28T22:59:59.9999999Z", "2026-03-28"),
    ("Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29"),
    ("Europe/Berlin", "2026-03-29T21:59:59Z", "2026-03-29"),
    ("Europe/Berlin", "2026-03-29T22:00:00Z", "2026-03-30"),
    // An autumn day of 25 hours: 22:00Z to 23:00Z.
    ("Europe/Berlin", "2026-10-24T21:59:59Z", "2026-10-24"),
    ("Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25"),
    ("Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25"),
    ("Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26"),
    ("Asia/Kolkata", "2026-06-01T18:29:59Z", "2026-06-01"),
    ("Asia/Kolkata", "2026-06-01T18:30:00Z", "2026-06-02"),
    ("Asia/Kathmandu", "2026-06-01T18:14:59Z", "2026-06-01"),
    ("Asia/Kathmandu", "2026-06-01T18:15:00Z", "2026-06-02"),
    ("America/St_Johns", "2026-01-02T03:29:59Z", "2026-01-01"),
    ("America/St_Johns", "2026-01-02T03:30:00Z", "2026-01-02"),
    ("UTC", "1970-01-01T00:00:00Z", "1970-01-01"),
    ("Etc/GMT+12", "1970-01-01T00:00:00Z", "1969-12-31"),
  ])
  func `a record counts for the local day`(zone: String, time: String, local: String) throws {
    let reading = try reading([record(time)], zone: zone)

    #expect(reading.points.map(\.day) == [day(local)])
    #expect(Array(reading.receipt.days.keys) == [day(local)])
  }

  @Test func `a local day in which a UTC month ends is two points`() throws {
    let times = [
      "2026-10-31T10:59:59Z",  // Oct 31 in Auckland
      "2026-10-31T11:00:00Z", "2026-10-31T23:59:59Z", "2026-11-01T00:00:00Z",  // Nov 1
      "2026-11-01T10:59:59Z",
      "2026-11-01T11:00:00Z",  // Nov 2
    ]

    let reading = try reading(times.map(record), zone: "Pacific/Auckland")

    #expect(
      reading.points.map { "\($0.day) \($0.utcMonth) \($0.counts.prompt ?? -1)" } == [
        "2026-10-31 2026-10 1", "2026-11-01 2026-10 2", "2026-11-01 2026-11 2",
        "2026-11-02 2026-11 1",
      ])
    #expect(
      reading.receipt.days[day("2026-11-01")]
        == DayReceipt(
          rows: 4, tokens: 4, first: moment("2026-10-31", seconds: 39_600),
          last: moment("2026-11-01", seconds: 39_599)))
  }

  private func record(_ time: String) -> String {
    #"{"TimeGenerated":"\#(time)","Name":"Prompt Tokens","Sum":1}"#
  }
}
