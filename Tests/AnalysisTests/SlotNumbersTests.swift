import Analysis
import Tables
import Testing
import UsageModel

@Suite struct SlotNumbersTests {
  private let slots = CalendarSlots(
    days: day("2026-11-02")...day("2026-11-04"), statuses: statuses("rrr"))
  private let table = Table(
    columns: ["day", "amount"],
    rows: [
      [.text("2026-11-02"), .integer(5)], [.text("2026-11-02"), .integer(3)],
      [.text("2026-11-04"), .null], [.text("2026-12-01"), .integer(9)],
    ])

  @Test func `rows are added up, and nothing is made of no rows`() throws {
    #expect(
      try sumPerSlot(of: table, column: "amount", day: "day", over: slots) == [8, nil, nil])
  }

  @Test func `the largest stays`() throws {
    #expect(
      try largestPerSlot(of: table, column: "amount", day: "day", over: slots) == [5, nil, nil])
  }

  @Test func `a month is found by its month`() throws {
    let months = CalendarSlots(
      months: CalendarMonth(year: 2026, month: 10)...CalendarMonth(year: 2026, month: 11),
      statuses: statuses("r"))
    let rows = Table(columns: ["day", "amount"], rows: [[.text("2026-11"), .integer(5)]])

    #expect(try sumPerSlot(of: rows, column: "amount", day: "day", over: months) == [nil, 5])
  }

  @Test func `a week has a whole only where each of its days has a part`() throws {
    let periods = dailyColumns("rrrrrrrrr", []).periods

    #expect(
      try weeklyWholes([1, 1, 1, 1, 1, 1, 1, 1, nil], of: periods, column: "budget") == [7, nil])
  }

  @Test func `a running total goes on level, to the newest amount`() throws {
    #expect(try runningTotals(of: [nil, 5, nil, -2, nil], column: "cost") == [0, 5, 5, 3, nil])
    #expect(try runningTotals(of: [nil, nil], column: "cost") == [nil, nil])
  }
}
