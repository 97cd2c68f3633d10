import Analysis
import Testing

@Suite struct TopSeriesTests {
  let columns = dailyColumns(
    "rr",
    [
      CalendarSeries(name: "d", wantedSlot: 3, values: [1, 1]),
      CalendarSeries(name: "b", wantedSlot: 1, values: [4, nil]),
      CalendarSeries(name: "c", wantedSlot: 2, values: [0, 4]),
      CalendarSeries(name: "a", wantedSlot: 0, values: [2, 7]),
      CalendarSeries(name: "e", wantedSlot: 0, values: [nil, nil]),
    ])

  @Test func `the largest stay and the others are added up`() throws {
    let top = try topSeries(columns, limit: 2)

    #expect(
      top.series == [
        CalendarSeries(name: "a", wantedSlot: 0, values: [2, 7]),
        CalendarSeries(name: "b", wantedSlot: 1, values: [4, nil]),
        CalendarSeries(name: "Other (3)", values: [1, 5], isOther: true),
      ])
    #expect(top.periods == columns.periods)
  }

  @Test func `equal totals are ordered by name`() throws {
    let top = try topSeries(columns, limit: 5)

    #expect(top.series.map(\.name) == ["a", "b", "c", "d", "e"])
  }

  @Test func `nothing is lost by folding`() throws {
    for limit in 0...6 {
      let top = try topSeries(columns, limit: limit)

      let sum = try top.series.compactMap { try total(of: $0) }.reduce(0, +)
      #expect(sum == 19, "limit \(limit)")
    }
  }

  @Test func `the other can have a name of its own`() throws {
    #expect(try topSeries(columns, limit: 4, otherName: "rest").series.last?.name == "rest")
  }

  @Test func `an other of unknown values is unknown`() throws {
    #expect(try topSeries(columns, limit: 4).series.last?.values == [nil, nil])
  }

  @Test func `a sum beyond 64 bits is an error`() {
    let large = dailyColumns(
      "r",
      [
        CalendarSeries(name: "a", values: [.max]), CalendarSeries(name: "b", values: [.max]),
      ])

    #expect(throws: AnalysisError.tooLarge(column: "Other (2)")) {
      try topSeries(large, limit: 0)
    }
  }
}
