import Tables
import Testing
import UsageModel

@testable import Workbook

@Suite struct LineChartTests {
  private static let averages = "type: line\nx: day\ny: share\nseries: team\nformat: percent"

  @Test func `what cannot be added up has gaps, and neither zeros nor sums`() throws {
    let shown = try TimeSite.chart(
      Self.averages,
      table(
        "day team share", ["2026-11-17", "a", .real(0.25)], ["2026-11-19", "a", .real(0.5)],
        ["2026-11-19", "b", 1], ["2026-11-20", "b", nil]))

    #expect(
      numberRows(shown) == [
        "Day | b | a", "17 Nov 2026 | none | 25 %", "18 Nov 2026 | no data | no data",
        "19 Nov 2026 | 100 % | 50 %", "20 Nov 2026 | not known | none",
        "21 Nov 2026 (may still change) | none | none",
        "22 Nov 2026 (may still change) | none | none",
      ])
    #expect(shown.contains("<td class=\"number\" data-value=\"0.25\">"))
    #expect(labelTexts(shown, in: "wide") == ["b", "100 % on 19 Nov", "a", "50 % on 19 Nov"])
    #expect(keyTexts(shown) == ["b: 100 % on 19 Nov", "a: 50 % on 19 Nov"])
    #expect(
      chartSummary(shown)
        == "b is the highest of 2 on 19 November 2026 with 100 %, a the lowest with 50 %. There is "
        + "no data for 18 November 2026. 2 days may still change.")
  }

  @Test func `what can be added up is zero without a row`() throws {
    let shown = try TimeSite.chart(
      "type: line\nx: day\ny: tokens\nseries: team\nformat: tokens",
      table("day team tokens", ["2026-11-19", "a", 5], ["2026-11-19", "a", 6]))

    #expect(
      numberRows(shown) == [
        "Day | a", "19 Nov 2026 | 11", "20 Nov 2026 | 0", "21 Nov 2026 (may still change) | 0",
        "22 Nov 2026 (may still change) | 0",
      ])
  }

  @Test func `this period is drawn against the one before it, to its end`() throws {
    let shown = try TimeSite.chart(
      "type: line\nx: day\ny: tokens\nbefore: last_month\nformat: tokens",
      table(
        "day tokens last_month", ["2026-11-20", 110, 100], ["2026-11-22", 90, nil],
        ["2026-11-24", nil, 70]))

    #expect(
      numberRows(shown) == [
        "Day | Tokens | Last month", "20 Nov 2026 | 110 | 100",
        "21 Nov 2026 (may still change) | 0 | none",
        "22 Nov 2026 (may still change) | 90 | none",
        "23 Nov 2026 (to come) |  | none", "24 Nov 2026 (to come) |  | 70",
      ])
    #expect(
      chartSummary(shown)
        == "110 on 20 November 2026, 10 % more than the 100 of the period before. 2 days may still "
        + "change.")
    #expect(shown.contains("class=\"now-line\""))
    #expect(keyTexts(shown) == ["Tokens: 90 on 22 Nov", "Last month: 70"])
    #expect(shown.contains("<span class=\"swatch swatch-now\"></span>"))
  }

  @Test func `averages are compared too`() throws {
    let shown = try TimeSite.chart(
      "type: line\nx: month\ny: price\nbefore: last_year\nformat: average",
      table(
        "month price last_year", ["2026-09", 2_000_000_000, 4_000_000_000],
        ["2026-10", 3_000_000_000, 2_000_000_000]))

    #expect(
      numberRows(shown) == [
        "Month | Price | Last year", "September 2026 | €2.00 | €4.00",
        "October 2026 | €3.00 | €2.00", "November 2026 (incomplete) | none | none",
      ])
    #expect(
      chartSummary(shown).hasPrefix(
        "€3.00 in October 2026, 50 % more than the €2.00 of the period before."))
  }

  @Test func `a single line has no name`() throws {
    let shown = try TimeSite.chart(
      "type: line\nx: day\ny: share\nformat: percent",
      table("day share", ["2026-11-21", .real(0.25)], ["2026-11-22", .real(0.5)]))

    #expect(labelTexts(shown, in: "wide") == [])
    #expect(keyTexts(shown) == [])
    #expect(shown.contains("class=\"bar-line\""))
    #expect(
      chartSummary(shown)
        == "50 % on 22 November 2026. The highest is 50 % on 22 November 2026, the lowest 25 % on "
        + "21 November 2026. 2 days may still change.")
  }

  @Test func `more than 120 days are drawn by week where they can be added up`() throws {
    let rows = table("day tokens", ["2026-07-06", 5], ["2026-07-07", 6])
    let tokens = try TimeSite.chart("type: line\nx: day\ny: tokens\nformat: tokens", rows)
    let percents = try TimeSite.chart("type: line\nx: day\ny: tokens\nformat: percent", rows)

    #expect(numberRows(tokens)[1] == "6 to 12 July 2026 | 11")
    #expect(numberRows(percents)[1] == "6 Jul 2026 | 500 %")
  }

  @Test(
    arguments: [
      ([["2026-11-22", "a", nil]], "No number is known. 1 day may still change."),
      (
        [["2026-11-21", "a", 0], ["2026-11-21", "b", 0]],
        "All 2 have 0 % on 21 November 2026. 2 days may still change."
      ),
      (
        [["2026-11-21", "a", 1], ["2026-11-22", "b", 2]],
        "No day has a number for all 2. 2 days may still change."
      ),
      (
        [["2026-11-21", "a", -1], ["2026-11-22", "b", nil]],
        "a is the only one with numbers: −100 % on 21 November 2026. 2 days may still change."
      ),
    ] as [([[Cell]], String)])
  func `degenerate rows are drawn`(rows: [[Cell]], summary: String) throws {
    let shown = try TimeSite.chart(
      Self.averages, Table(columns: ["day", "team", "share"], rows: rows.map { $0 }))

    #expect(chartSummary(shown).hasSuffix(summary))
    #expect(shown.matches(of: /<svg class/).count == 2)
  }

  @Test func `no rows are nothing to show`() throws {
    #expect(
      try TimeSite.chart(Self.averages, table("day team share")).contains(
        "<p class=\"empty\">There is nothing to show here.</p>"))
  }

  @Test(
    arguments: [
      (
        averages, (1...7).map { ["2026-11-22", .text("t\($0)"), 1] },
        """
        error: the chart has 7 lines, and more than 6 cannot be told apart
            → Templates/page.md:12:9
              series: team
                      ^
          fix: lines cannot be added up to one of the others: keep 6 in the query, or choose 'small-multiples'
        """
      ),
      (
        averages, [["2026-11-22", "a", 1], ["2026-11-22", "a", 2]],
        """
        error: two rows give 'share' for '2026-11-22' and 'a', and such values cannot be added up
            → Templates/page.md:8:1
              ```chart x
              ^
          fix: group the query so that each place has one row
        """
      ),
      (
        averages, [["2026-11-22", "a", "much"]],
        """
        error: 'much' in column 'share' is no number
            → Templates/page.md:8:1
              ```chart x
              ^
          fix: select a number or NULL as 'share'
        """
      ),
      (
        averages + "\nbefore: share", [["2026-11-22", "a", 1]],
        """
        error: a line chart has a 'series' or a 'before', not both
            → Templates/page.md:14:9
              before: share
                      ^
          fix: remove 'before', or 'series' and all rows but those of one line
        """
      ),
    ] as [(String, [[Cell]], String)])
  func `a mistake says what to do`(body: String, rows: [[Cell]], expected: String) throws {
    #expect {
      try TimeSite.chart(body, Table(columns: ["day", "team", "share"], rows: rows))
    } throws: { error in
      "\(error)" == expected
    }
  }
}
