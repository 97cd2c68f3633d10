import Analysis
import Tables
import Testing
import UsageModel

@Suite struct CompleteMonthsTests {
  let window = CalendarMonth(year: 2026, month: 9)...CalendarMonth(year: 2026, month: 11)
  let names = CalendarColumnNames(day: "month", amount: "cost")

  @Test func `every month of the window is there, complete up to the last known day`() throws {
    var known = statuses(String(repeating: "r", count: 31), from: day("2026-10-01"))
    known[day("2026-11-01")] = .received
    known[day("2026-11-02")] = .provisional

    let columns = try completeMonths(
      of: Table(columns: ["month", "cost"], rows: [[.text("2026-11"), .integer(4)]]),
      reading: names, over: window, statuses: known)

    #expect(columns.grain == .month)
    #expect(columns.periods.map(\.status) == [.missing, .received, .provisional])
    #expect(columns.periods.map(\.missingDays.count) == [30, 0, 0])
    #expect(columns.periods.map(\.provisionalDayCount) == [0, 0, 1])
    #expect(columns.series == [CalendarSeries(name: "", values: [nil, 0, 4])])
  }

  @Test func `a day is no month`() {
    #expect(throws: AnalysisError.notADate(column: "month", cell: .text("2026-11-01"))) {
      try completeMonths(
        of: Table(columns: ["month", "cost"], rows: [[.text("2026-11-01"), .integer(4)]]),
        reading: names, over: window, statuses: [:])
    }
  }
}
