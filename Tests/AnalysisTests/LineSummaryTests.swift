import Analysis
import Tables
import Testing

@Suite struct LineSummaryTests {
  private func summary(
    _ letters: String, _ lines: [LineColumns.Line], before: [Cell?]? = nil
  ) throws -> String {
    try lineSummary(
      of: LineColumns(grain: .day, periods: dailyColumns(letters, []).periods, lines: lines),
      before: before.map { LineColumns.Line(name: "", values: $0) }, words: plainWords
    ) { cell in
      switch cell {
      case .integer(let number): "#\(number)"
      case .real(let number): "#\(number)"
      case .null, .text: "?"
      }
    }
  }

  private func line(_ name: String, _ values: [Cell?]) -> LineColumns.Line {
    LineColumns.Line(name: name, values: values)
  }

  @Test func `the highest, the lowest and the largest change are named, without shares`() throws {
    #expect(
      try summary(
        "rrmp",
        [
          line("a", [.integer(10), .integer(30), nil, .integer(31)]),
          line("b", [.integer(20), .real(12.5), nil, nil]),
          line("c", [.integer(7), .integer(9), nil, .null]),
        ])
        == "a is the highest of 3 on 2026-11-03 with #30, c the lowest with #9. a changed most, "
        + "from #10 on 2026-11-02 to #30. There is no data for 2026-11-04. 1 day may still change."
    )
  }

  @Test func `the last day known in both periods is compared`() throws {
    let now = line("", [.integer(100), .integer(110), .integer(120), nil])

    #expect(
      try summary("rrrr", [now], before: [.integer(90), .integer(100), nil, .integer(7)])
        == "#110 on 2026-11-03, 10 % more than the #100 of the period before.")
    #expect(
      try summary("rrrr", [now], before: [.integer(0), nil, nil, nil])
        == "#100 on 2026-11-02, after #0 of the period before.")
  }

  @Test func `without a day known in both the line is described alone`() throws {
    #expect(
      try summary(
        "rrr", [line("", [.integer(2), .integer(9), nil])], before: [nil, nil, .integer(1)])
        == "#9 on 2026-11-03. The highest is #9 on 2026-11-03, the lowest #2 on 2026-11-02.")
  }

  @Test func `a level line has no highest`() throws {
    #expect(try summary("rr", [line("", [.integer(0), .integer(0)])]) == "#0 on 2026-11-03.")
  }

  @Test func `equal lines have no rank`() throws {
    let level: [Cell?] = [.integer(1), .integer(1)]

    #expect(
      try summary("rr", [line("a", level), line("b", level)]) == "All 2 have #1 on 2026-11-03.")
  }

  @Test func `lines without numbers are left out`() throws {
    #expect(
      try summary("rr", [line("a", [.integer(1), .integer(-4)]), line("b", [.null, nil])])
        == "a is the only one with numbers: #-4 on 2026-11-03.")
    #expect(
      try summary("rr", [line("a", [nil, .null]), line("b", [nil, nil])]) == "No number is known.")
    #expect(
      try summary("rr", [line("a", [.integer(1), nil]), line("b", [nil, .integer(1)])])
        == "No day has a number for all 2.")
  }

  @Test func `nothing is nothing to show`() throws {
    #expect(try summary("", [line("a", [])]) == "There is nothing to show.")
    #expect(try summary("r", []) == "There is nothing to show.")
  }

  @Test func `a change between the ends of 64 bits is found`() throws {
    #expect(
      try summary(
        "rr",
        [
          line("a", [.integer(.min), .integer(.max)]), line("b", [.integer(0), .integer(5)]),
        ]
      ).contains("a changed most, from #-9223372036854775808"))
  }
}
