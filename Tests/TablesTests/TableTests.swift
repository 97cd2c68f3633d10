import Tables
import Testing

@Suite struct TableTests {
  @Test func `a column is found by its name`() {
    let table = Table(columns: ["day", "cost", "cost"], rows: [])

    #expect(table.index(of: "cost") == 1)
    #expect(table.index(of: "Cost") == nil)
  }
}
