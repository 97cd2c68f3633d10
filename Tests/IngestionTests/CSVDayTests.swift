import Testing
import UsageModel

@testable import Ingestion

@Suite struct CSVDayTests {
  @Test(arguments: [
    ("2026-10-31 22:59:59", "UTC", "2026-10-31"),
    ("2026-10-31 23:00:00", "UTC", "2026-11-01"),
    ("2026-10-31 23:00:00", "Europe/Berlin", "2026-10-31"),
    ("2026-10-31 23:00:00Z", "Europe/Berlin", "2026-11-01"),
    ("2026-10-31T23:59:59+01:00", "UTC", "2026-10-31"),
    ("2026-10-31T20:00:00-0330", "UTC", "2026-11-01"),
    ("2026-10-31 12:00:00", "Pacific/Auckland", "2026-10-31"),
    ("2026-11-01 12:00:00", "Pacific/Auckland", "2026-11-01"),
    ("2026-10-31", "Pacific/Auckland", "2026-10-31"),
  ])
  func `a time without a zone is in the data's zone`(
    time: String, zoneOfData: String, local: String
  ) throws {
    let format = SourceFormat.csv(
      CSVMapping(columns: [.time: "t"], timeZoneOfData: zoneOfData))

    let points = try reading(["t\n\(time)"], as: format, zone: "Europe/Berlin").points

    #expect(points.map(\.day) == [day(local)])
  }

  @Test func `a date alone is that local day and its own month`() throws {
    let format = SourceFormat.csv(CSVMapping(columns: [.time: "t"]))

    let reading = try reading(["t\n2026-11-01"], as: format, zone: "Pacific/Auckland")

    #expect(reading.points.map(\.day) == [day("2026-11-01")])
    #expect(reading.points.map(\.utcMonth) == [month("2026-11")])
    let midnight = moment("2026-10-31", seconds: 39_600)
    #expect(
      reading.receipt.days == [
        day("2026-11-01"): DayReceipt(rows: 1, tokens: 0, first: midnight, last: midnight)
      ])
  }

  @Test func `days may be cut in UTC, whatever the workbook's zone`() throws {
    let format = SourceFormat.csv(
      CSVMapping(columns: [.time: "t"], timeZoneOfData: "Europe/Berlin", daysAreUTC: true))
    let text = "t\n2026-11-01 00:59:59\n2026-11-01 01:00:00\n2026-11-01\n"

    let reading = try reading([text], as: format, zone: "Pacific/Auckland")

    #expect(reading.points.map(\.day) == [day("2026-10-31"), day("2026-11-01")])
    #expect(reading.points.map(\.utcMonth) == [month("2026-10"), month("2026-11")])
    #expect(
      reading.receipt.days[day("2026-11-01")]
        == DayReceipt(
          rows: 2, tokens: 0, first: moment("2026-11-01"), last: moment("2026-11-01")))
  }
}
