import Analysis
import Testing
import UsageModel

@Suite struct ColumnSummaryTests {
  private func summary(_ letters: String, _ values: [Int64?], asOf: String = "2026-11-30") throws
    -> String
  {
    try columnSummary(
      of: dailyColumns(letters, [CalendarSeries(name: "", values: values)]), asOf: day(asOf),
      words: plainWords)
  }

  /// September, October and November as far as the 22nd.
  private func months(_ values: [Int64?], missing: [CalendarDay] = []) throws -> String {
    let months = (9...11).map { CalendarMonth(year: 2026, month: $0) }
    return try columnSummary(
      of: CalendarColumns(
        grain: .month,
        periods: months.map { month in
          CalendarPeriod(
            days: month.days,
            status: missing.contains { month.days.contains($0) } ? .partial : .received,
            missingDays: missing.filter { month.days.contains($0) })
        }, series: [CalendarSeries(name: "", values: values)]),
      asOf: day("2026-11-22"), words: plainWords)
  }

  @Test func `the newest complete month is compared, and the open one says how far it is`() throws {
    #expect(
      try months([100, 125, 90]) == "€125 in 2026-10, 25 % more than the €100 in 2026-09. "
        + "The highest month is 2026-10 with €125. 2026-11 holds 22 of 30 days.")
    #expect(
      try months([100, 75, 90], missing: [day("2026-11-18")])
        == "€75 in 2026-10, 25 % less than the €100 in 2026-09. The highest month is 2026-09 with "
        + "€100. 2026-11 holds 21 of 30 days. There is no data for 2026-11-18.")
  }

  @Test func `a month with a gap is compared with nothing`() throws {
    #expect(
      try months([100, 125, 90], missing: [day("2026-09-03")])
        == "€125 in 2026-10. The highest month is 2026-10 with €125. 2026-11 holds 22 of 30 days. "
        + "There is no data for 2026-09-03.")
    #expect(
      try months([100, 125, 90], missing: [day("2026-10-03")])
        .hasPrefix("€100 in 2026-09. The highest month is 2026-10 with €125."))
  }

  @Test(
    arguments: [
      ([0, 5], ", after €0 on 2026-11-02."), ([-3, 5], ", after €-3 on 2026-11-02."),
      ([5, -1], ", after €5 on 2026-11-02."), ([5, 0], ", 100 % less than the €5 on 2026-11-02."),
      ([5, 5], ", exactly as much as the €5 on 2026-11-02."),
      ([10_000, 10_001], ", under 0 % more than the €10000 on 2026-11-02."),
    ] as [([Int64], String)])
  func `a percentage is left out where it says nothing`(values: [Int64], expected: String) throws {
    #expect(
      try summary("rrrrrrrr", [values[0], 1, 1, 1, 1, 1, 1, values[1]])
        .hasPrefix("€\(values[1]) on 2026-11-09\(expected)"))
  }

  @Test func `days that may still change are not compared`() throws {
    #expect(
      try summary("rrmp", [1, 2, nil, 4])
        == "€2 on 2026-11-03. The highest day is 2026-11-05 with €4. There is no data for "
        + "2026-11-04. 1 day may still change.")
  }

  @Test func `without a complete period the newest known is named`() throws {
    #expect(try summary("pm", [3, nil]).hasPrefix("€3 on 2026-11-02. The highest day is"))
    #expect(
      try summary("p", [3], asOf: "2026-11-01")
        == "€3 on 2026-11-02 so far. 1 day may still change.")
  }

  @Test func `nothing known and nothing at all are said`() throws {
    #expect(try summary("rr", [nil, nil]) == "No amount is known.")
    #expect(try summary("", []) == "There is nothing to show.")
    #expect(
      try columnSummary(of: dailyColumns("r", []), asOf: day("2026-11-02"), words: plainWords)
        == "No amount is known.")
  }

  @Test func `a cut week is not compared`() throws {
    let columns = try weekly(
      dailyColumns(
        "rrrrrrrrr", [CalendarSeries(name: "", values: [1, 1, 1, 1, 1, 1, 1, 9, 9])]))

    #expect(
      try columnSummary(of: columns, asOf: day("2026-11-10"), words: plainWords)
        == "€7 in the week of 2026-11-02. The highest week is that of 2026-11-09 with €18.")
  }
}
