import SourceText

/// An `sql` fence of a template.
struct QueryDefinition: Hashable, Sendable {
  let name: String
  let sql: String
  /// Of the fence.
  let position: SourcePosition
  let tokens: [SQLToken]
  let parameters: Set<String>
  /// Every name that occurs, columns included.
  let names: Set<String>

  init(name: String, sql: String, position: SourcePosition) {
    self.name = name
    self.sql = sql
    self.position = position
    tokens = sqlTokens(sql)
    parameters = Set(tokens.filter { $0.kind == .parameter }.map(\.text))
    names = Set(tokens.filter { $0.kind == .name }.map { $0.text.lowercased() })
  }

  /// Where a token stands in the template.
  func position(of token: SQLToken) -> SourcePosition {
    SourcePosition(line: position.line + 1 + token.line, column: token.column)
  }

  /// Names read by `from` and `join`.
  var sources: [SQLToken] {
    zip(tokens, tokens.dropFirst()).compactMap { before, token in
      token.kind == .name && ["from", "join"].contains(before.keyword) ? token : nil
    }
  }

  /// Names that `with` gives to table expressions: `name as (`, `name(columns) as (`.
  var tableExpressions: [SQLToken] {
    tableExpressionsByOpening.values.sorted { $0.offset < $1.offset }
  }

  /// The names of table expressions, by the index of the parenthesis that each begins with.
  var tableExpressionsByOpening: [Int: SQLToken] {
    var expressions: [Int: SQLToken] = [:]
    var open: [Int] = []
    // What stands before a parenthesis that was closed, by where it was.
    var beforeClosed: [Int: Int] = [:]
    for index in tokens.indices {
      let token = tokens[index]
      if token.isPunctuation("(") { open.append(index) }
      if token.isPunctuation(")"), let opening = open.popLast() {
        beforeClosed[index] = opening - 1
      }
      guard token.keyword == "as", let opening = opening(after: index) else { continue }
      let before = beforeClosed[index - 1] ?? index - 1
      if before >= 0, tokens[before].kind == .name { expressions[opening] = tokens[before] }
    }
    return expressions
  }

  private func opening(after index: Int) -> Int? {
    let following = tokens.indices[(index + 1)...].prefix(3)
    let first = following.first { !["not", "materialized"].contains(tokens[$0].keyword) }
    return first.flatMap { tokens[$0].isPunctuation("(") ? $0 : nil }
  }

  /// A `limit` whose own select has no `order by`.
  var unorderedLimit: SQLToken? {
    // The depths at which an `order by` is in force.
    var ordered: Set<Int> = []
    var before: SQLToken?
    for token in tokens {
      // A parenthesis that closes takes the orders inside it along.
      if token.isPunctuation(")") { ordered.remove(token.depth + 1) }
      if token.keyword == "by", before?.keyword == "order" { ordered.insert(token.depth) }
      if token.keyword == "limit", !ordered.contains(token.depth) { return token }
      before = token
    }
    return nil
  }
}
