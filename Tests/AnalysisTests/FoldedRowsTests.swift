import Analysis
import Tables
import Testing

@Suite struct FoldedRowsTests {
  let table = Table(
    columns: ["feature", "cost", "tokens", "share"],
    rows: [
      [.text("chat"), .integer(9), .integer(90), .real(0.5)],
      [.text("search"), .integer(5), .integer(50), .real(0.3)],
      [.text("code"), .null, .integer(20), .real(0.1)],
      [.text("mail"), .integer(1), .integer(10), .real(0.1)],
    ])

  @Test func `rows beyond the top become one sum`() throws {
    let folded = try foldRows(table, top: 2, additive: ["cost", "tokens"])

    #expect(folded.shown == Array(table.rows[0..<2]))
    #expect(folded.other == [.null, .integer(1), .integer(30), .null])
    #expect(folded.otherCount == 2)
  }

  @Test func `a table that fits has no other`() throws {
    let folded = try foldRows(table, top: 4, additive: ["cost"])

    #expect(folded.shown == table.rows)
    #expect(folded.other == nil)
    #expect(folded.otherCount == 0)
  }

  @Test func `a column of unknown numbers stays unknown`() throws {
    let sums = try columnSums(["cost"], rows: [[.null], [.null]], additive: ["cost"])

    #expect(sums == [.null])
  }

  @Test func `no rows add up to zero`() throws {
    let sums = try columnSums(["name", "cost"], rows: [[Cell]](), additive: ["cost"])

    #expect(sums == [.null, .integer(0)])
  }

  @Test func `a fraction cannot be added up`() {
    #expect(throws: AnalysisError.notWhole(column: "share", cell: .real(0.5))) {
      try columnSums(table.columns, rows: table.rows, additive: ["share"])
    }
  }

  @Test func `a sum beyond 64 bits is an error, an interim one is not`() throws {
    #expect(throws: AnalysisError.tooLarge(column: "cost")) {
      try exactSum([.integer(.max), .integer(1)], of: "cost")
    }
    #expect(try exactSum([.integer(.max), .integer(1), .integer(-2)], of: "cost") == .max - 1)
  }
}
