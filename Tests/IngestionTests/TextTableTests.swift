import Testing

@testable import Ingestion

@Suite struct TextTableTests {
  @Test func `equal bytes get equal numbers`() {
    var table = TextTable()

    let numbers = ["a", "b", "a", "é", "e\u{301}", "", "é", "abcdefgh", "abcdefghi", "abcdefgh"]
      .map { text in bytes(text) { table.number(of: $0) } }

    #expect(numbers == [1, 2, 1, 3, 4, 0, 3, 5, 6, 5])
    #expect(table.texts == ["", "a", "b", "é", "e\u{301}", "abcdefgh", "abcdefghi"])
    #expect(table.byteCount == 1 + 1 + 2 + 3 + 8 + 9)
  }

  @Test func `it grows and can be emptied`() {
    var table = TextTable()
    for round in 0..<2 {
      for number in 1...5000 {
        #expect(bytes("text \(number)") { table.number(of: $0) } == number, "round \(round)")
      }
      #expect(bytes("text 1") { table.number(of: $0) } == 1)
      table.removeAll()
    }
  }
}
