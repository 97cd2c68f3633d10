import Analysis
import Testing
import UsageModel

@Suite struct ChartSummaryTests {
  private func summary(_ columns: CalendarColumns) throws -> String {
    try stackedColumnSummary(of: columns, words: plainWords)
  }

  @Test func `the largest series, the highest day, the gaps and what may change are named`()
    throws
  {
    let columns = dailyColumns(
      "rrmpp",
      [
        CalendarSeries(name: "Shop", values: [10, 20, nil, 5, 5]),
        CalendarSeries(name: "Care", values: [0, 40, nil, 10, 10]),
      ])

    #expect(
      try summary(columns) == "Care is the largest of 2 with €60, 60 % of €100. "
        + "The highest day is 2026-11-03 with €60. There is no data for 2026-11-04. "
        + "2 days may still change.")
  }

  @Test func `one series has a total and no rank`() throws {
    let columns = dailyColumns("rp", [CalendarSeries(name: "", values: [1, 2])])

    #expect(
      try summary(columns)
        == "The total is €3. The highest day is 2026-11-03 with €2. 1 day may still change.")
  }

  @Test func `of several gaps three are named`() throws {
    let gaps = CalendarSeries(name: "", values: [1, nil, nil, nil, nil, nil])

    #expect(
      try summary(dailyColumns("rmmmmm", [gaps]))
        == "The total is €1. The highest day is 2026-11-02 with €1. There is no data for 5 days: "
        + "2026-11-03, 2026-11-04, 2026-11-05 and 2 more.")
    #expect(
      try summary(
        dailyColumns("rmm", [CalendarSeries(name: "", values: [1, nil, nil])]))
        == "The total is €1. The highest day is 2026-11-02 with €1. There is no data for 2 days: "
        + "2026-11-03, 2026-11-04.")
  }

  @Test func `nothing used is a total of zero without a highest day`() throws {
    #expect(
      try summary(dailyColumns("rr", [CalendarSeries(name: "Shop", values: [0, 0])]))
        == "The total is €0.")
    #expect(try summary(dailyColumns("rr", [])) == "The total is €0.")
  }

  @Test func `an unknown total is said to be unknown`() throws {
    #expect(
      try summary(dailyColumns("rr", [CalendarSeries(name: "Shop", values: [nil, nil])]))
        == "The total is not known.")
  }

  @Test func `no days are nothing to show`() throws {
    #expect(try summary(dailyColumns("", [])) == "There is nothing to show.")
  }

  @Test func `weeks are named by their Monday`() throws {
    let columns = try weekly(
      dailyColumns("rrrrrrrr", [CalendarSeries(name: "", values: [0, 0, 0, 0, 0, 0, 1, 4])]))

    #expect(
      try summary(columns) == "The total is €5. The highest week is that of 2026-11-09 with €4.")
  }

  @Test func `months are named`() throws {
    let months = [10, 11].map { CalendarMonth(year: 2026, month: $0) }
    let columns = CalendarColumns(
      grain: .month, periods: months.map { CalendarPeriod(days: $0.days, status: .received) },
      series: [CalendarSeries(name: "", values: [3, 2])])

    #expect(try summary(columns) == "The total is €5. The highest month is 2026-10 with €3.")
  }
}
