import Tables
import Testing
import UsageModel

@testable import Workbook

@Suite struct BurnUpChartTests {
  private static let body =
    "type: burn-up\nx: day\ny: cost\nbefore: last_month\nforecast: expected\nlow: low\nhigh: high\n"
    + "budget: agreed"
  private static let columns = [
    "day", "cost", "last_month", "expected", "low", "high", "agreed",
  ]

  /// Amounts in euros of the days of November.
  private func november(
    cost: (Int) -> Int64?, before: (Int) -> Int64? = { _ in 90 },
    expected: Int64? = 100, spread: Int64 = 10, budget: Int64? = 3_500
  ) -> Table {
    func euros(_ amount: Int64?) -> Cell { amount.map { .integer($0 * 1_000_000_000) } ?? .null }
    return Table(
      columns: Self.columns,
      rows: (1...30).map { day in
        let future = day > 22 ? expected : nil
        return [
          .text(day < 10 ? "2026-11-0\(day)" : "2026-11-\(day)"),
          euros(day > 22 || day == 18 ? nil : cost(day)), euros(before(day)), euros(future),
          euros(future.map { $0 - spread }), euros(future.map { $0 + spread }), euros(budget),
        ]
      })
  }

  @Test func `the lines are named with what they come to`() throws {
    let shown = try TimeSite.chart(Self.body, november(cost: { _ in 100 }))

    #expect(
      labelTexts(shown, in: "wide") == [
        "€2,100 to 22 Nov", "Budget €3,500", "for all of November", "Forecast €2,900",
        "likely €2,820–2,980", "October €2,700", "days 1 to 30",
      ])
    #expect(
      labelTexts(shown, in: "narrow") == [
        "€2,100", "Budget", "€3,500", "Forecast", "€2,900", "October", "€2,700",
      ])
    #expect(keyTexts(shown) == [])
    #expect(
      chartSummary(shown)
        == "By 22 November 60 % of the budget is used and 73 % of the days are gone. The month is "
        + "expected to end under the budget: at €2,900 (likely €2,820–2,980), €600 less. There is no data for "
        + "18 November 2026. 2 days may still change.")
    #expect(plainText(shown).contains("EUR, running total, 1 to 30 November 2026"))
  }

  @Test func `the table has the days, their totals and what is expected`() throws {
    let rows = numberRows(try TimeSite.chart(Self.body, november(cost: { Int64($0) })))

    #expect(
      rows[0...1] == [
        "Day | Cost | Running total | October, running total | Expected | Likely from | Likely to",
        "1 Nov 2026 | €1.00 | €1.00 | €90.00 |  |  | ",
      ])
    #expect(
      rows[17...19] == [
        "17 Nov 2026 | €17.00 | €153.00 | €1,530.00 |  |  | ",
        "18 Nov 2026 | no data | €153.00 | €1,620.00 |  |  | ",
        "19 Nov 2026 | €19.00 | €172.00 | €1,710.00 |  |  | ",
      ])
    #expect(
      rows[22...23] == [
        "22 Nov 2026 (may still change) | €22.00 | €235.00 | €1,980.00 |  |  | ",
        "23 Nov 2026 (expected) |  |  | €2,070.00 | €335.00 | €325.00 | €345.00",
      ])
    #expect(
      rows[30...] == [
        "30 Nov 2026 (expected) |  |  | €2,700.00 | €1,035.00 | €955.00 | €1,115.00",
        "Total | €235.00 |  |  |  |  | ",
      ])
  }

  @Test func `words too long for the narrow drawing stand under it`() throws {
    let shown = try TimeSite.chart(
      "type: burn-up\nx: day\ny: cost\nbefore: last\nbudget: agreed",
      table(
        "day cost last agreed", ["2026-10-31", 5_000_000_000, 4_000_000_000, 90_000_000_000],
        ["2026-11-22", 6_000_000_000, nil, 90_000_000_000]))

    #expect(labelTexts(shown, in: "narrow") == ["€11.00"])
    #expect(
      keyTexts(shown) == [
        "Budget: €90.00, for all of the period", "The period before: €4.00",
      ])
    #expect(chartSummary(shown).hasPrefix("The period ended at €11.00, 12 % of the budget and"))
  }

  @Test func `a shorter month before is whole, and one with gaps says so`() throws {
    func labels(_ before: (Int) -> Int64?) throws -> [String] {
      let rows = november(cost: { _ in 100 }, before: before, expected: nil, budget: nil)
      return labelTexts(try TimeSite.chart(Self.body, rows), in: "wide")
    }
    #expect(try labels({ $0 == 4 ? nil : 90 }).last == "29 of 31 days")

    let march = Table(
      columns: ["day", "cost", "before"],
      rows: (1...31).map { day in
        [
          .text("2026-03-\(day < 10 ? "0" : "")\(day)"), 1_000_000_000,
          day > 28 ? .null : 2_000_000_000,
        ]
      })
    let shown = try TimeSite.chart(
      "type: burn-up\nx: day\ny: cost\nbefore: before", march, asOf: "2026-03-31")
    #expect(labelTexts(shown, in: "wide") == ["€31.00 to 31 Mar", "February €56.00"])
  }

  @Test func `what is lacking of the month is completed`() throws {
    let shown = try TimeSite.chart(
      "type: burn-up\nx: day\ny: cost", table("day cost", ["2026-11-20", 5_000_000_000]))

    #expect(
      numberRows(shown)[17...24] == [
        "17 Nov 2026 | €0.00 | €0.00", "18 Nov 2026 | no data | €0.00",
        "19 Nov 2026 | €0.00 | €0.00", "20 Nov 2026 | €5.00 | €5.00",
        "21 Nov 2026 (may still change) | €0.00 | €5.00",
        "22 Nov 2026 (may still change) | €0.00 | €5.00", "23 Nov 2026 (to come) |  | ",
        "24 Nov 2026 (to come) |  | ",
      ])
    #expect(
      chartSummary(shown)
        == "€5.00 by 22 November. There is no data for 18 November 2026. 2 days may still change.")
  }

  @Test(
    arguments: [
      (nil, nil, "No amount is known yet."), (0, 3_500, "By 22 November 0 % of the budget is used"),
      (-5, 3_500, "By 22 November −€105 of the budget of €3,500 is used"),
      (100, 0, "The budget of €0 was passed on 1 November; €2,100 more has been spent since."),
      (
        100, 2_000,
        "The budget of €2,000 was passed on 22 November; €100 more has been spent since."
      ),
    ] as [(Int64?, Int64?, String)])
  func `degenerate rows are drawn`(cost: Int64?, budget: Int64?, summary: String) throws {
    let shown = try TimeSite.chart(Self.body, november(cost: { _ in cost }, budget: budget))

    #expect(chartSummary(shown).hasPrefix(summary))
    #expect(shown.matches(of: /<svg class/).count == 2)
  }

  @Test func `without its first and its last day a month is as far as the newest it has`() throws {
    let rows = november(cost: { $0 == 1 || $0 == 22 ? nil : 100 }, expected: nil)
    let shown = try TimeSite(
      missing: ["2026-11-01", "2026-11-22"], tables: [("from rows", rows)]
    ).page(
      "---\ntitle: A\n---\n```sql x\nselect * from rows\n```\n## A\n```chart x\n\(Self.body)\n```")

    #expect(labelTexts(shown, in: "wide").first == "€1,900 to 21 Nov")
    #expect(
      chartSummary(shown)
        == "By 21 November 54 % of the budget is used and 70 % of the days are gone. There is no "
        + "data for 2 days: 1 November 2026, 22 November 2026. 1 day may still change.")
    #expect(
      numberRows(shown)[22] == "22 Nov 2026 | no data |  | €1,980.00 |  |  | ")
  }

  @Test func `no rows are nothing to show`() throws {
    #expect(
      try TimeSite.chart(Self.body, Table(columns: Self.columns, rows: [])).contains(
        "<p class=\"empty\">There is nothing to show here.</p>"))
  }

  @Test func `a month is no day`() throws {
    #expect {
      try TimeSite.chart(
        "type: burn-up\nx: month\ny: cost", table("month cost", ["2026-11", 1]))
    } throws: { error in
      "\(error)".hasPrefix("error: '2026-11' in column 'month' is no date")
    }
  }

  @Test func `another locale writes its own range`() throws {
    let shown = try TimeSite.chart(Self.body, november(cost: { _ in 100 }), locale: .german)

    #expect(labelTexts(shown, in: "wide").contains("likely 2.820–2.980 €"))
  }
}
