import Analysis
import Tables
import Testing
import UsageModel

@Suite struct BurnUpDaysTests {
  private func read(
    _ rows: [[Cell]], asOf: String = "2026-11-04", letters: String = "rmr",
    _ change: (inout BurnUpColumnNames) -> Void = { _ in }
  ) throws -> BurnUpDays? {
    var names = BurnUpColumnNames(day: "day", amount: "cost")
    change(&names)
    return try burnUpDays(
      of: Table(columns: ["day", "cost", "budget", "expected"], rows: rows), reading: names,
      asOf: day(asOf), statuses: statuses(letters))
  }

  @Test func `the month is completed, without zeros for missing days and days to come`() throws {
    let days = try #require(
      try read([
        [.text("2026-11-04"), .integer(5), .null, .null],
        [.text("2026-11-04"), .integer(6), .null, .null],
        [.text("2026-11-05"), .integer(7), .null, .null],
      ]))

    #expect(days.periods.count == 30)
    #expect(days.month == CalendarMonth(year: 2026, month: 11))
    #expect(days.actual.amounts.prefix(5) == [nil, 0, nil, 11, nil])
    #expect(days.actual.totals.prefix(5) == [0, 0, 0, 11, nil])
    #expect(days.newest == 3)
    #expect(!days.isOver)
  }

  @Test func `the largest budget counts`() throws {
    let rows: [[Cell]] = [
      [.text("2026-11-02"), .integer(5), .integer(90), .null],
      [.text("2026-11-03"), .null, .integer(100), .null],
      [.text("2026-11-04"), .null, .null, .null],
    ]

    #expect(try read(rows) { $0.budget = "budget" }?.budget == 100)
    #expect(try read([rows[2]]) { $0.budget = "budget" }?.budget == nil)
  }

  @Test func `only days after the newest known one are expected`() throws {
    let days = try #require(
      try read(
        [
          [.text("2026-11-02"), .integer(5), .null, .integer(50)],
          [.text("2026-11-05"), .null, .null, .integer(7)],
          [.text("2026-11-07"), .null, .null, .integer(8)],
        ]
      ) { $0.expected = "expected" })

    #expect(days.expected?.totals.prefix(7) == [nil, nil, nil, nil, 12, nil, 20])
    #expect(days.forecastEnd == 20)
  }

  @Test func `days of two months stay as they are`() throws {
    let days = try #require(
      try read([
        [.text("2026-10-31"), .integer(1), .null, .null],
        [.text("2026-11-02"), .integer(1), .null, .null],
      ]))

    #expect(days.periods.count == 3)
    #expect(days.month == nil)
    #expect(days.isOver)
  }

  @Test func `no rows are no days`() throws {
    #expect(try read([]) == nil)
  }

  @Test func `sums beyond 64 bits are a mistake`() {
    #expect(throws: AnalysisError.tooLarge(column: "cost")) {
      try read([
        [.text("2026-11-02"), .integer(.max), .null, .null],
        [.text("2026-11-04"), .integer(1), .null, .null],
      ])
    }
  }
}
