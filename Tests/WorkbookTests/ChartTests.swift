import Tables
import Testing

@testable import Workbook

@Suite struct ChartTests {
  private func page(_ chart: String, _ rows: Table) throws -> String {
    try SampleSite(
      [
        "page":
          "---\ntitle: A\n---\n```sql x\nselect * from rows\n```\n## A\n```chart x\n\(chart)\n```"
      ], tables: [("from rows", rows)]
    ).rendered()["page/index.html"]!
  }

  private let daily = table(
    "day name tokens", ["2026-11-16", "a", 5], ["2026-11-16", "b", 4], ["2026-11-16", "c", 3])
  private let stacked = "type: stacked-column\nx: day\ny: tokens\nseries: name\nformat: tokens\n"

  private func names(_ page: String) -> [String] {
    page.matches(of: /class="key-name">([^<]*)/).map { String($0.output.1) }
  }

  @Test func `series beyond the top are one other, and a single one keeps its name`() throws {
    #expect(names(try page(stacked + "top: 1", daily)) == ["Other (2)", "a"])
    #expect(names(try page(stacked + "top: 2", daily)) == ["c", "b", "a"])
    #expect(names(try page(stacked + "top: 1\nother: the rest", daily)) == ["the rest", "a"])
  }

  @Test func `months are completed to this month`() throws {
    let page = try page(
      "type: stacked-column\nx: month\ny: tokens\nformat: tokens",
      table("month tokens", ["2026-09", 5]))

    let months = page.matches(of: /<th scope="row">([^<]*)/).map { String($0.output.1) }
    #expect(
      months.map { $0.replacing("\u{A0}", with: " ") } == [
        "September 2026", "October 2026", "November 2026 (incomplete)", "Total",
      ])
  }

  @Test func `areas have the key, the summary and the table of columns`() throws {
    let columns = try page(stacked + "top: 1", daily)
    let areas = try page(
      stacked.replacing("stacked-column", with: "stacked-area") + "top: 1", daily)

    func afterDrawings(_ page: String) -> Substring {
      page[(page.firstRange(of: "<ul class=\"key\">")?.lowerBound ?? page.startIndex)...]
    }
    #expect(areas.contains("<figure class=\"chart chart-stacked-area\""))
    #expect(afterDrawings(areas) == afterDrawings(columns))
  }

  @Test func `areas over days fill their slots, over months they go from middle to middle`() throws
  {
    let areas = stacked.replacing("stacked-column", with: "stacked-area")
    func path(_ page: String) -> String {
      String(page.firstMatch(of: /<path class="series"[^>]* d="([^"]*)"/)?.output.1 ?? "")
    }
    let days = try page(
      areas, table("day name tokens", ["2026-11-21", "a", 5], ["2026-11-22", "a", 5]))
    let months = try TimeSite.chart(
      areas.replacing("x: day", with: "x: month"),
      table("month name tokens", ["2026-10", "a", 5], ["2026-11", "a", 5]))

    #expect(path(days).hasPrefix("M46 26"))
    #expect(path(months).hasPrefix("M163 26"))
  }

  @Test func `a chart without rows says so`() throws {
    let page = try page(stacked, table("day name tokens"))

    #expect(page.contains("<p class=\"empty\">There is nothing to show here.</p>"))
  }

  @Test func `a column that is no day is a mistake`() throws {
    #expect {
      try page(stacked, table("day name tokens", ["soon", "a", 1]))
    } throws: { error in
      "\(error)" == """
        error: 'soon' in column 'day' is no date
            → Templates/page.md:8:1
              ```chart x
              ^
          fix: select a day like 2026-10-31 or a month like 2026-10 as 'day'
        """
    }
  }
}
