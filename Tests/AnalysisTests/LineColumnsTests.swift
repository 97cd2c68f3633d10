import Analysis
import Tables
import Testing
import UsageModel

@Suite struct LineColumnsTests {
  private let names = CalendarColumnNames(
    day: "day", amount: "share", series: "team", colour: "colour")
  private let slots = CalendarSlots(
    days: day("2026-11-02")...day("2026-11-04"), statuses: statuses("rrm"))

  private func read(_ rows: [[Cell]]) throws -> LineColumns {
    try measuredLines(
      of: Table(columns: ["day", "team", "colour", "share"], rows: rows), reading: names,
      over: slots)
  }

  @Test func `a day without a row has no number, and NULL is not known`() throws {
    let columns = try read([
      [.text("2026-11-03"), .text("Care"), .integer(2), .real(0.5)],
      [.text("2026-11-02"), .text("Shop"), .null, .null],
      [.text("2026-11-09"), .text("Shop"), .null, .integer(1)],
    ])

    #expect(
      columns.lines == [
        .init(name: "Care", wantedSlot: 2, values: [nil, .real(0.5), nil]),
        .init(name: "Shop", values: [.null, nil, nil]),
      ])
    #expect(columns.lines.map(\.newest) == [1, nil])
  }

  @Test func `two rows for one place, and text, are mistakes`() {
    #expect(throws: AnalysisError.twoRows(column: "share", period: "2026-11-03", series: "Care")) {
      try read([
        [.text("2026-11-03"), .text("Care"), .null, .real(0.5)],
        [.text("2026-11-03"), .text("Care"), .null, .real(0.5)],
      ])
    }
    #expect(throws: AnalysisError.notANumber(column: "share", cell: .text("much"))) {
      try read([[.text("2026-11-03"), .text("Care"), .null, .text("much")]])
    }
  }

  @Test func `amounts become numbers, gaps none, and unknown amounts NULL`() {
    let columns = LineColumns(
      dailyColumns("rrm", [CalendarSeries(name: "a", wantedSlot: 1, values: [5, nil, nil])]))

    #expect(columns.lines == [.init(name: "a", wantedSlot: 1, values: [.integer(5), .null, nil])])
  }
}
