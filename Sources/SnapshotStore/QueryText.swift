/// What can be told from a query's text without SQLite: whether its rows have an order.
package struct QueryText: Hashable, Sendable {
  /// Whether `order by` stands outside all parentheses.
  package let isOrdered: Bool
  /// Whether `limit` stands outside all parentheses.
  package let isLimited: Bool
  /// Whether it begins as a query and no word outside parentheses is one of a change. SQLite refuses
  /// changes too, some of them in words that help nobody.
  package let onlyReads: Bool

  package init(_ sql: String) {
    let words = topLevelWords(of: Array(sql.utf8))
    isOrdered = zip(words, words.dropFirst()).contains { $0 == "order" && $1 == "by" }
    isLimited = words.contains("limit")
    let begins = words.first.map { ["select", "with", "values"].contains($0) } ?? true
    onlyReads = begins && !words.contains { ["insert", "update", "delete"].contains($0) }
  }
}

/// The words outside parentheses, quotes and comments, in lower case.
private func topLevelWords(of sql: [UInt8]) -> [String] {
  var words: [String] = []
  var depth = 0
  var index = 0
  while index < sql.count {
    let byte = sql[index]
    switch byte {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth -= 1
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      index = end(of: [byte], in: sql, from: index + 1)
    case UInt8(ascii: "["):
      index = end(of: Array("]".utf8), in: sql, from: index + 1)
    case UInt8(ascii: "-") where sql[index...].starts(with: "--".utf8):
      index = end(of: Array("\n".utf8), in: sql, from: index + 2)
    case UInt8(ascii: "/") where sql[index...].starts(with: "/*".utf8):
      index = end(of: Array("*/".utf8), in: sql, from: index + 2)
    case _ where isWordByte(byte):
      let start = index
      while index + 1 < sql.count, isWordByte(sql[index + 1]) { index += 1 }
      if depth == 0 {
        words.append(String(decoding: sql[start...index], as: UTF8.self).lowercased())
      }
    default: break
    }
    index += 1
  }
  return words
}

/// Where `mark` ends, or the text does. A doubled quote is two quotes with nothing between them.
private func end(of mark: [UInt8], in sql: [UInt8], from start: Int) -> Int {
  var index = start
  while index < sql.count {
    if sql[index...].starts(with: mark) { return index + mark.count - 1 }
    index += 1
  }
  return index
}

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"),
    UInt8(ascii: "."), 0x80...:
    true
  default:
    false
  }
}
