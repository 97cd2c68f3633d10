import Analysis
import Testing
import UsageModel

@Suite struct SmallMultiplesSummaryTests {
  private func summary(_ columns: CalendarColumns, asOf: String = "2026-11-30") throws -> String {
    try smallMultiplesSummary(of: columns, asOf: day(asOf), words: plainWords)
  }

  /// September to November 2026.
  private func months(
    _ statuses: [DayStatus], _ series: [(String, [Int64?])]
  ) -> CalendarColumns {
    CalendarColumns(
      grain: .month,
      periods: zip(9..., statuses).map { month, status in
        CalendarPeriod(days: CalendarMonth(year: 2026, month: month).days, status: status)
      },
      series: series.map { CalendarSeries(name: $0.0, values: $0.1) })
  }

  private let all: [DayStatus] = [.received, .received, .received]

  @Test func `who grew and who fell most between the last two complete months`() throws {
    let columns = months(
      all,
      [
        ("Sales", [100, 150, 9]), ("Care", [80, 40, 0]), ("Legal", [0, 30, 0]),
        ("Shop", [5, 5, 99]), ("Plant", [9, 8, 0]), ("New", [nil, 1, 0]),
      ])

    #expect(
      try summary(columns, asOf: "2026-11-22")
        == "From 2026-09 to 2026-10, Sales grew most, by €50 (50 %); "
        + "Care fell most, by €40 (50 %). Of 6, 2 grew and 2 fell; 1 cannot be compared.")
  }

  @Test func `a month that is over is compared`() throws {
    let columns = months(all, [("b", [1, 2, 4]), ("a", [1, 2, 4])])

    #expect(
      try summary(columns)
        == "From 2026-10 to 2026-11, a grew most, by €2 (100 %). Of 2, 2 grew and 0 fell.")
  }

  @Test func `a month that lacks a day is left out`() throws {
    let columns = months([.received, .partial, .received], [("a", [4, 9, 3]), ("b", [0, 0, 7])])

    #expect(
      try summary(columns)
        == "From 2026-09 to 2026-11, b grew most, by €7; a fell most, by €1 (25 %). "
        + "Of 2, 1 grew and 1 fell.")
  }

  @Test func `one series has no rank`() throws {
    #expect(
      try summary(months(all, [("a", [1, 4, 2])]))
        == "From 2026-10 to 2026-11, a fell by €2 (50 %).")
    #expect(
      try summary(months(all, [("a", [0, 0, 0])])) == "From 2026-10 to 2026-11, nothing changed.")
  }

  @Test func `without two complete months there is nothing to compare`() throws {
    #expect(
      try summary(months([.received, .missing, .partial], [("a", [1, nil, 3])]))
        == "There are not yet two complete months to compare.")
    #expect(
      try summary(months(all, [("a", [1, nil, nil]), ("b", [1, nil, nil])]))
        == "2026-10 and 2026-11 cannot be compared.")
    #expect(try summary(months([], [])) == "There is nothing to show.")
  }

  @Test func `days are compared, gaps are named`() throws {
    let columns = dailyColumns("rrmp", [CalendarSeries(name: "a", values: [1, 2, nil, 5])])

    #expect(
      try summary(columns)
        == "From 2026-11-03 to 2026-11-05, a grew by €3 (150 %). "
        + "There is no data for 2026-11-04. 1 day may still change.")
  }

  @Test func `weeks that the window cuts off are not compared`() throws {
    let columns = try weekly(
      dailyColumns(
        "rrrrrrrrrrrrrrrr",
        [CalendarSeries(name: "a", values: [Int64?](repeating: 1, count: 13) + [3, 9, 9])]))

    #expect(
      try summary(columns, asOf: "2026-11-17")
        == "From the week of 2026-11-02 to the week of 2026-11-09, a grew by €2 (28 %).")
  }

  @Test func `a difference beyond 64 bits is an error`() {
    #expect(throws: AnalysisError.tooLarge(column: "a")) {
      try summary(months(all, [("a", [0, .min, .max])]))
    }
  }
}
