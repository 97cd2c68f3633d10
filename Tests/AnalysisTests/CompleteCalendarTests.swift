import Analysis
import Tables
import Testing
import UsageModel

@Suite struct CompleteCalendarTests {
  let window = monday...monday.advanced(by: 3)
  let names = CalendarColumnNames(day: "day", amount: "cost", series: "team", colour: "colour")

  private func table(_ rows: [[Cell]]) -> Table {
    Table(columns: ["day", "team", "cost", "colour"], rows: rows)
  }

  @Test func `every day of the window is there, with zero, gap or unknown`() throws {
    let rows: [[Cell]] = [
      [.text("2026-11-02"), .text("shop"), .integer(5), .integer(2)],
      [.text("2026-11-05"), .text("shop"), .null, .integer(2)],
      [.text("2026-11-05"), .text("care"), .integer(7), .null],
    ]

    let columns = try completeCalendar(
      of: table(rows), reading: names, over: window, statuses: statuses("rrmp"))

    #expect(
      columns
        == dailyColumns(
          "rrmp",
          [
            CalendarSeries(name: "shop", wantedSlot: 2, values: [5, 0, nil, nil]),
            CalendarSeries(name: "care", wantedSlot: nil, values: [0, 0, nil, 7]),
          ]))
  }

  @Test func `a day that the calendar does not know is missing`() throws {
    let columns = try completeCalendar(
      of: table([[.text("2026-11-02"), .text("shop"), .integer(5), .null]]), reading: names,
      over: window, statuses: statuses("r"))

    #expect(columns.periods.map(\.status) == [.received, .missing, .missing, .missing])
    #expect(columns.series.map(\.values) == [[5, nil, nil, nil]])
  }

  @Test func `rows of one day and series are added up`() throws {
    let rows: [[Cell]] = [
      [.text("2026-11-02"), .text("shop"), .integer(5), .null],
      [.text("2026-11-02"), .text("shop"), .integer(6), .null],
      [.text("2026-11-02"), .text("shop"), .null, .null],
    ]

    let columns = try completeCalendar(
      of: table(rows), reading: names, over: monday...monday, statuses: statuses("r"))

    #expect(columns.series.map(\.values) == [[11]])
  }

  @Test func `rows outside the window are left out`() throws {
    let columns = try completeCalendar(
      of: table([[.text("2026-11-01"), .text("shop"), .integer(5), .null]]), reading: names,
      over: window, statuses: statuses("rrrr"))

    #expect(columns.series == [])
  }

  @Test func `without a series column the result is one series`() throws {
    let columns = try completeCalendar(
      of: table([[.text("2026-11-02"), .text("shop"), .integer(5), .null]]),
      reading: CalendarColumnNames(day: "day", amount: "cost"), over: monday...monday,
      statuses: statuses("r"))

    #expect(columns.series == [CalendarSeries(name: "", values: [5])])
  }

  @Test func `the window of a result is its first to its last day`() throws {
    let rows: [[Cell]] = [
      [.text("2026-11-04"), .null, .null, .null], [.text("2026-11-02"), .null, .null, .null],
    ]

    #expect(try Analysis.window(of: table(rows), day: "day") == monday...monday.advanced(by: 2))
    #expect(try Analysis.window(of: table([]), day: "day") == nil)
  }

  @Test func `the view of days becomes statuses`() throws {
    let days = Table(
      columns: ["day", "status"],
      rows: [
        [.text("2026-11-02"), .text("received")], [.text("2026-11-03"), .text("provisional")],
        [.text("2026-11-04"), .text("partial")], [.text("2026-11-05"), .text("missing")],
      ])

    #expect(try dayStatuses(days) == statuses("rphm"))
  }

  @Test(
    arguments: [
      (
        [.text("2026-13-01"), .text("shop"), .integer(1), .null],
        AnalysisError.notADate(column: "day", cell: .text("2026-13-01"))
      ),
      (
        [.text("2026-11-02"), .text("shop"), .real(0.5), .null],
        .notWhole(column: "cost", cell: .real(0.5))
      ),
    ] as [([Cell], AnalysisError)])
  func `a cell that cannot be drawn exactly is an error`(row: [Cell], error: AnalysisError) {
    #expect(throws: error) {
      try completeCalendar(
        of: table([row]), reading: names, over: window, statuses: statuses("rrrr"))
    }
  }

  @Test func `a column that is not there is an error`() {
    #expect(
      throws: AnalysisError.missingColumn(
        column: "price", columns: ["day", "team", "cost", "colour"])
    ) {
      try completeCalendar(
        of: table([]), reading: CalendarColumnNames(day: "day", amount: "price"), over: window,
        statuses: [:])
    }
  }
}
