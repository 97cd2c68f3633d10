import Testing
import UsageModel

@testable import Workbook

@Suite struct LocaleDateTests {
  private func range(_ text: String) throws -> ClosedRange<CalendarDay> {
    let days = text.split(separator: " ").compactMap { CalendarDay($0) }
    return try #require(days.first)...(try #require(days.last))
  }

  @Test(arguments: [
    (
      "en-GB",
      [
        "1 to 22_November_2026", "25_October to 22_November_2026",
        "25_December_2025 to 5_January_2026", "1_November_2026",
      ]
    ),
    (
      "en-US",
      [
        "November_1 to 22,_2026", "October_25 to November_22,_2026",
        "December_25,_2025 to January_5,_2026", "November_1,_2026",
      ]
    ),
    (
      "de",
      [
        "1. bis 22._November_2026", "25._Oktober bis 22._November_2026",
        "25._Dezember_2025 bis 5._Januar_2026", "1._November_2026",
      ]
    ),
    (
      "fr",
      [
        "du 1er au 22_novembre_2026", "du 25_octobre au 22_novembre_2026",
        "du 25_décembre_2025 au 5_janvier_2026", "1er_novembre_2026",
      ]
    ),
  ])
  func `a range names what changes`(name: String, texts: [String]) throws {
    let locale = try #require(LocaleNotation.named(name))
    let ranges = try [
      range("2026-11-01 2026-11-22"), range("2026-10-25 2026-11-22"),
      range("2025-12-25 2026-01-05"), range("2026-11-01 2026-11-01"),
    ]

    #expect(ranges.map { visible(locale.rangeText($0)) } == texts)
  }

  @Test(arguments: [
    ("en-GB", ["October_2025 to November_2026", "May_2026 to June_2026"]),
    ("en-US", ["October_2025 to November_2026", "May_2026 to June_2026"]),
    ("de", ["Oktober_2025 bis November_2026", "Mai_2026 bis Juni_2026"]),
    ("de-AT", ["Oktober_2025 bis November_2026", "Mai_2026 bis Juni_2026"]),
    ("fr", ["d’octobre_2025 à novembre_2026", "de mai_2026 à juin_2026"]),
  ])
  func `a range of months names every year`(name: String, texts: [String]) throws {
    let locale = try #require(LocaleNotation.named(name))
    let ranges = try [range("2025-10-01 2026-11-22"), range("2026-05-01 2026-06-30")]

    #expect(ranges.map { visible(locale.monthRangeText($0)) } == texts)
  }

  @Test(arguments: [
    ("en-GB", "November_2026"), ("de", "November_2026"), ("fr", "novembre_2026"),
  ])
  func `a range within a month is the month`(name: String, text: String) throws {
    let locale = try #require(LocaleNotation.named(name))

    #expect(visible(locale.monthRangeText(try range("2026-11-01 2026-11-22"))) == text)
  }

  @Test(arguments: [
    ("en-GB", "Sunday 1_November_2026", "Nov_2026"),
    ("en-US", "Sunday, November_1,_2026", "Nov_2026"),
    ("de", "Sonntag, 1._November_2026", "Nov._2026"),
    ("fr", "dimanche 1er_novembre_2026", "nov._2026"),
  ])
  func `a date may have its weekday and a month be short`(
    name: String, date: String, month: String
  ) throws {
    let locale = try #require(LocaleNotation.named(name))
    let day = try #require(CalendarDay("2026-11-01"))

    #expect(visible(locale.weekdayDateText(day)) == date)
    #expect(visible(locale.shortMonthText(day.month)) == month)
  }
}
