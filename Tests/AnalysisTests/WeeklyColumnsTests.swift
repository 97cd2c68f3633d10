import Analysis
import Testing
import UsageModel

@Suite struct WeeklyColumnsTests {
  @Test func `days are taken together by ISO week, cut by the window`() throws {
    // Wednesday to the second Tuesday after it.
    let first = day("2026-11-04")
    let periods = (0..<14).map { offset in
      let day = first.advanced(by: offset)
      return CalendarPeriod(days: day...day, status: .received)
    }
    let daily = CalendarColumns(
      grain: .day, periods: periods,
      series: [CalendarSeries(name: "shop", wantedSlot: 1, values: (0..<14).map { $0 })])

    let columns = try weekly(daily)

    #expect(columns.grain == .week)
    #expect(
      columns.periods.map(\.days) == [
        day("2026-11-04")...day("2026-11-08"), day("2026-11-09")...day("2026-11-15"),
        day("2026-11-16")...day("2026-11-17"),
      ])
    #expect(
      columns.periods.map(\.monday) == [day("2026-11-02"), day("2026-11-09"), day("2026-11-16")])
    #expect(
      columns.series == [
        CalendarSeries(
          name: "shop", wantedSlot: 1,
          values: [0 + 1 + 2 + 3 + 4, 5 + 6 + 7 + 8 + 9 + 10 + 11, 12 + 13])
      ])
  }

  @Test(arguments: [
    ("rrrrrrr", DayStatus.received, 0, 0), ("rrrrrpp", .provisional, 0, 2),
    ("rrrmrpp", .partial, 1, 2), ("hrrrrrr", .partial, 0, 0), ("mmmmmmm", .missing, 7, 0),
  ])
  func `a week is as complete as its days`(
    letters: String, status: DayStatus, missing: Int, provisional: Int
  ) throws {
    let columns = try weekly(dailyColumns(letters, []))

    #expect(columns.periods.map(\.status) == [status])
    #expect(columns.periods.map(\.missingDays.count) == [missing])
    #expect(columns.periods.map(\.provisionalDayCount) == [provisional])
  }

  @Test func `a week is unknown only where all its days are`() throws {
    let columns = try weekly(
      dailyColumns(
        "mrmmmmmmm",
        [
          CalendarSeries(name: "a", values: [nil, 3, nil, nil, nil, nil, nil, nil, nil])
        ]))

    #expect(columns.series.map(\.values) == [[3, nil]])
  }

  @Test func `up to 120 days stay days`() throws {
    let short = dailyColumns(String(repeating: "r", count: 120), [])
    let long = dailyColumns(String(repeating: "r", count: 121), [])

    #expect(try weeklyWhereLong(short) == short)
    #expect(try weeklyWhereLong(long) == weekly(long))
    #expect(try weeklyWhereLong(long).periods.count == 18)
  }
}
