import Tables
import Testing
import UsageModel

@testable import Workbook

@Suite struct ColumnChartTests {
  private static let body = "type: column\nx: month\ny: cost\n"
  private let budgeted = body + "budget: agreed\nforecast: expected"

  private func euros(_ amount: Int64) -> Cell { .integer(amount * 1_000_000_000) }

  @Test func `a month in progress is named with its days, its budget and its forecast`() throws {
    let shown = try TimeSite.chart(
      budgeted,
      table(
        "month cost agreed expected", ["2026-10", euros(18_291), euros(22_000), nil],
        ["2026-11", euros(16_533), euros(23_000), euros(23_400)]))

    #expect(
      labelTexts(shown, in: "wide") == [
        "Forecast €23,400", "hatched", "Budget €23,000", "outlined", "€16,533",
        "so far, 1 to 22 Nov",
      ])
    #expect(labelTexts(shown, in: "narrow") == [])
    #expect(
      keyTexts(shown) == [
        "Forecast €23,400: hatched", "Budget €23,000: outlined", "€16,533: so far, 1 to 22 Nov",
      ])
    #expect(shown.contains("class=\"now-mark\""))
    #expect(
      numberRows(shown) == [
        "Month | Cost | Agreed | Expected", "October 2026 | €18,291.00 | €22,000.00 | ",
        "November 2026 (so far, incomplete) | €16,533.00 | €23,000.00 | €23,400.00",
        "Total | €34,824.00 | €45,000.00 | ",
      ])
    #expect(
      chartSummary(shown)
        == "€18,291 in October 2026. The highest month is October 2026 with €18,291. November 2026 "
        + "holds 21 of 30 days. There is no data for 18 November 2026. 2 days may still change.")
  }

  @Test func `a budget on some months is no budget of the others`() throws {
    let shown = try TimeSite.chart(
      Self.body + "budget: agreed",
      table(
        "month cost agreed", ["2026-08", euros(900), nil], ["2026-09", euros(800), euros(700)],
        ["2026-11", euros(10), nil]))

    #expect(
      numberRows(shown) == [
        "Month | Cost | Agreed", "August 2026 | €900.00 | no budget",
        "September 2026 | €800.00 | €700.00", "October 2026 | €0.00 | no budget",
        "November 2026 (so far, incomplete) | €10.00 | no budget", "Total | €1,710.00 | ",
      ])
    #expect(keyTexts(shown).first == "Budget €700.00: outlined, Sep 2026")
  }

  @Test func `budgets that begin later say since when`() throws {
    let shown = try TimeSite.chart(
      Self.body + "budget: agreed",
      table(
        "month cost agreed", ["2026-09", euros(9_000), nil],
        ["2026-10", euros(8_000), euros(7_000)],
        ["2026-11", euros(10), euros(7_000)]))

    #expect(keyTexts(shown).first == "Budget €7,000: outlined, since Oct 2026")
  }

  @Test func `thirteen months are all there`() throws {
    let months = (0...12).map { CalendarMonth(year: 2025, month: 11).advanced(by: $0) }
    let shown = try TimeSite.chart(
      Self.body,
      Table(
        columns: ["month", "cost"],
        rows: months.map { [.text("\($0)"), euros(Int64(100 + $0.month))] }))

    #expect(numberRows(shown).count == 15)
    #expect(
      chartSummary(shown).hasPrefix(
        "€110.00 in October 2026, 0.9 % more than the €109.00 in September 2026. The highest month "
          + "is December 2025 with €112.00."))
    #expect(labelTexts(shown, in: "wide") == ["€111.00", "so far, 1 to 22 Nov"])
  }

  @Test func `a month that is over is not in ink`() throws {
    let shown = try TimeSite.chart(
      Self.body, table("month cost", ["2026-09", euros(5)], ["2026-10", euros(6)]),
      asOf: "2026-10-31")

    #expect(!shown.contains("now-mark"))
    #expect(labelTexts(shown, in: "wide") == [])
    #expect(keyTexts(shown) == [])
    #expect(shown.contains("class=\"open-hatch\""))
    #expect(plainText(shown).contains("October 2026 (may still change)"))
  }

  @Test func `a month in ink is not hatched for its last days`() throws {
    let rows = table("month cost", ["2026-11", euros(5)])
    let complete = try TimeSite(missing: [], tables: [("from rows", rows)]).page(
      "---\ntitle: A\n---\n```sql x\nselect * from rows\n```\n## A\n```chart x\n\(Self.body)```")

    #expect(!complete.contains("open-hatch"))
    #expect(plainText(complete).contains("November 2026 (so far, may still change)"))
  }

  @Test func `days have their state, and never ink`() throws {
    let shown = try TimeSite.chart(
      "type: column\nx: day\ny: cost",
      table("day cost", ["2026-11-17", euros(5)], ["2026-11-20", euros(7)]))

    #expect(!shown.contains("now-mark"))
    #expect(
      numberRows(shown) == [
        "Day | Cost", "17 Nov 2026 | €5.00", "18 Nov 2026 | no data", "19 Nov 2026 | €0.00",
        "20 Nov 2026 | €7.00", "21 Nov 2026 (may still change) | €0.00",
        "22 Nov 2026 (may still change) | €0.00", "Total | €12.00",
      ])
    #expect(
      chartSummary(shown)
        == "€7.00 on 20 November 2026. The highest day is "
        + "20 November 2026 with €7.00. There is no data for 18 November 2026. 2 days may still "
        + "change.")
  }

  @Test func `more than 120 days are drawn by week, a week's budget only where each day has one`()
    throws
  {
    let days = (CalendarDay("2026-07-01")!...CalendarDay("2026-11-22")!)
    let shown = try TimeSite.chart(
      "type: column\nx: day\ny: cost\nbudget: agreed",
      Table(
        columns: ["day", "cost", "agreed"],
        rows: days.map { day in
          [.text("\(day)"), euros(1), "\(day)" == "2026-11-10" ? .null : euros(2)]
        }))

    #expect(
      numberRows(shown).suffix(4) == [
        "2 to 8 November 2026 | €7.00 | €14.00", "9 to 15 November 2026 | €7.00 | no budget",
        "16 to 22 November 2026 (incomplete) | €7.00 | €14.00", "Total | €145.00 | ",
      ])
    #expect(keyTexts(shown) == ["Budget €14.00: per week", "€7.00: 16 to 22 Nov"])
  }

  @Test(
    arguments: [
      ([["2026-11", nil]], "No amount is known. November 2026 holds 21 of 30 days."),
      ([["2026-11", 0]], "€0.00 in November 2026 so far. November 2026 holds 21 of 30 days."),
      (
        [["2026-09", 0], ["2026-10", 0]],
        "€0.00 in October 2026, after €0.00 in September 2026. November 2026 holds 21 of 30 days."
      ),
      (
        [["2026-09", 4_000_000_000], ["2026-10", -2_000_000_000], ["2026-11", -1]],
        "−€2.00 in October 2026, after €4.00 in September 2026. The highest month is September 2026 "
          + "with €4.00. November 2026 holds 21 of 30 days."
      ),
    ] as [([[Cell]], String)])
  func `degenerate rows are drawn`(rows: [[Cell]], summary: String) throws {
    let shown = try TimeSite.chart(Self.body, Table(columns: ["month", "cost"], rows: rows))

    #expect(
      chartSummary(shown)
        == summary + " There is no data for 18 November 2026. 2 days may still change.")
    #expect(shown.matches(of: /<svg class/).count == 2)
  }

  @Test func `amounts of nothing are not written as nothing`() throws {
    let shown = try TimeSite.chart(
      Self.body + "budget: agreed",
      table("month cost agreed", ["2026-11", 300_000_000, euros(58_000)]))

    #expect(labelTexts(shown, in: "wide").contains("€0.30"))
  }

  @Test func `no rows are nothing to show`() throws {
    #expect(
      try TimeSite.chart(Self.body, table("month cost")).contains(
        "<p class=\"empty\">There is nothing to show here.</p>"))
  }

  @Test func `another locale writes its own dates and amounts`() throws {
    let rows = table(
      "month cost agreed expected", ["2026-11", euros(16_533), euros(23_000), euros(23_400)])
    #expect(
      try keyTexts(TimeSite.chart(budgeted, rows, locale: .german)) == [
        "Forecast 23.400 €: hatched", "Budget 23.000 €: outlined",
        "16.533 €: so far, 1. bis 22. Nov.",
      ])
    #expect(
      try keyTexts(TimeSite.chart(budgeted, rows, locale: .americanEnglish)).last
        == "€16,533: so far, Nov 1 to 22")
  }
}
