import Testing

@testable import Ingestion

@Suite struct TextTableTests {
  @Test func `equal texts get equal numbers`() {
    var table = TextTable()

    let numbers = ["a", "b", "a", "ä", "", "ä", "abcdefgh", "abcdefghi", "abcdefgh"]
      .map { text in bytes(text) { table.number(of: $0) } }

    #expect(numbers == [1, 2, 1, 3, 0, 3, 4, 5, 4])
    #expect(table.texts == ["", "a", "b", "ä", "abcdefgh", "abcdefghi"])
    #expect(table.byteCount == 1 + 1 + 2 + 8 + 9)
  }

  @Test(arguments: [["é", "e\u{301}"], ["e\u{301}", "é"]])
  func `a text that is composed differently is the same text`(spellings: [String]) {
    var table = TextTable()

    let numbers = (spellings + spellings + ["e"]).map { text in
      bytes(text) { table.number(of: $0) }
    }

    #expect(numbers == [1, 1, 1, 1, 2])
    #expect(table.texts.map { Array($0.utf8) } == [[], [0xC3, 0xA9], [0x65]])
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
