import Tables
import Testing

@Suite struct CellOrderTests {
  @Test func `what is not known stands before numbers and numbers before text`() {
    let cells: [Cell] = [.text("10"), .integer(9), .null, .real(9.5), .text("B"), .text("a")]

    #expect(
      cells.sorted(by: isBefore)
        == [.null, .integer(9), .real(9.5), .text("10"), .text("B"), .text("a")])
  }

  @Test func `rows are sorted by all columns`() {
    let table = Table(
      columns: ["a", "b"],
      rows: [
        [.integer(2), .text("x")], [.integer(1), .text("z")], [.null, .text("y")],
        [.integer(1), .text("w")],
      ])

    #expect(
      table.sortedByAllColumns().rows == [
        [.null, .text("y")], [.integer(1), .text("w")], [.integer(1), .text("z")],
        [.integer(2), .text("x")],
      ])
  }
}
