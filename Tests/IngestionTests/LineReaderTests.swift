import Foundation
import Testing

@testable import Ingestion

@Suite struct LineReaderTests {
  @Test func `lines end with LF, CRLF or the file`() throws {
    #expect(try lines("a\nb\r\n\r\nc") == ["a", "b", "", "c"])
    #expect(try lines("a\n") == ["a"])
    #expect(try lines("") == [])
    #expect(try lines("\n") == [""])
  }

  @Test func `a byte order mark is no part of the first line`() throws {
    #expect(try lines("\u{FEFF}a\n\u{FEFF}b") == ["a", "\u{FEFF}b"])
    #expect(try lines("\u{FEFF}") == [])
  }

  @Test func `quotes join lines where asked to`() throws {
    let text = "a,\"1\n2\",b\n\"\"\"\n\"\nc"

    #expect(try lines(text, quotesJoinLines: true) == ["a,\"1\n2\",b", "\"\"\"\n\"", "c"])
    #expect(try lines(text) == ["a,\"1", "2\",b", "\"\"\"", "\"", "c"])
  }

  @Test func `a record of several lines has the number of its first`() throws {
    try withFiles(["f": "a\n\"1\n2\n3\"\nb"]) { folder in
      var reader = try LineReader(path: folder + "/f", padding: 64)
      var numbers: [Int] = []
      while try reader.next(quotesJoinLines: true) != nil { numbers.append(reader.line) }

      #expect(numbers == [1, 2, 5])
    }
  }

  @Test func `the size of the blocks that are read changes nothing`() throws {
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(state: seed)
      let text = (0..<Int.random(in: 0..<300, using: &random))
        .map { _ in ["a", "é", "\n", "\"", "\r\n", ","].randomElement(using: &random)! }.joined()
      let blockSize = Int.random(in: 3..<40, using: &random)

      let expected = lines(of: text)

      #expect(try lines(text, blockSize: blockSize) == expected, "seed \(seed)")
    }
  }

  @Test func `16 MiB are a line, one more byte is not`() throws {
    let longest = String(repeating: "x", count: LineReader.longestLine)

    #expect(try lines(longest + "\ny").map(\.count) == [LineReader.longestLine, 1])
    #expect(throws: IngestionError.self) { try lines("y\n" + longest + "x\ny").count }
    #expect(throws: IngestionError.self) { try lines(longest + "x").count }
  }

  @Test func `a folder cannot be read as a file`() throws {
    try withFiles(["f": ""]) { folder in
      #expect(throws: IngestionError.unreadable(path: folder, reason: "Is a directory")) {
        var reader = try LineReader(path: folder, padding: 64)
        _ = try reader.next()
      }
    }
  }

  private func lines(
    _ text: String, quotesJoinLines: Bool = false, blockSize: Int = 1 << 20
  ) throws -> [String] {
    try withFiles(["f": text]) { folder in
      var reader = try LineReader(path: folder + "/f", padding: 64, blockSize: blockSize)
      var lines: [String] = []
      while let line = try reader.next(quotesJoinLines: quotesJoinLines) {
        lines.append(String(decoding: line, as: UTF8.self))
      }
      #expect(reader.bytesRead == text.utf8.count)
      return lines
    }
  }

  /// The slow and obvious way.
  private func lines(of text: String) -> [String] {
    var lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map(String.init)
  }
}
