import SourceText

/// An `sql` fence of a template.
struct QueryDefinition: Hashable, Sendable {
  let name: String
  let sql: String
  /// Of the fence.
  let position: SourcePosition
  let tokens: [SQLToken]

  init(name: String, sql: String, position: SourcePosition) {
    self.name = name
    self.sql = sql
    self.position = position
    tokens = sqlTokens(sql)
  }

  /// Where a token stands in the template.
  func position(of token: SQLToken) -> SourcePosition {
    SourcePosition(line: position.line + 1 + token.line, column: token.column)
  }

  var parameters: Set<String> {
    Set(tokens.filter { $0.kind == .parameter }.map(\.text))
  }

  /// Every name that occurs, columns included.
  var names: Set<String> {
    Set(tokens.filter { $0.kind == .name }.map { $0.text.lowercased() })
  }

  /// Names read by `from` and `join`.
  var sources: [SQLToken] {
    zip(tokens, tokens.dropFirst()).compactMap { before, token in
      token.kind == .name && ["from", "join"].contains(before.keyword) ? token : nil
    }
  }

  /// Names that `with` gives to table expressions: `name as (`, `name(columns) as (`.
  var tableExpressions: [SQLToken] {
    tokens.indices.compactMap { index in
      guard tokens[index].keyword == "as", opensExpression(after: index) else { return nil }
      var before = index - 1
      if before >= 0, tokens[before].text == ")" {
        let depth = tokens[before].depth
        before -= 1
        while before >= 0, tokens[before].depth > depth { before -= 1 }
        before -= 1
      }
      return before >= 0 && tokens[before].kind == .name ? tokens[before] : nil
    }
  }

  private func opensExpression(after index: Int) -> Bool {
    let following = tokens[(index + 1)...].prefix(3)
    let words = following.drop { ["not", "materialized"].contains($0.keyword) }
    return words.first?.text == "(" && words.first?.kind == .other
  }

  /// A `limit` whose own select has no `order by`.
  var unorderedLimit: SQLToken? {
    tokens.indices.first { index in
      tokens[index].keyword == "limit"
        && !orderDepths(before: index).contains(tokens[index].depth)
    }.map { tokens[$0] }
  }

  /// The depths at which an `order by` is in force just before a token.
  private func orderDepths(before end: Int) -> Set<Int> {
    var depths: Set<Int> = []
    for index in tokens.indices.prefix(end) {
      let token = tokens[index]
      // A parenthesis that closes takes the orders inside it along.
      if token.kind == .other, token.text == ")" {
        depths = depths.filter { $0 <= token.depth }
      }
      if token.keyword == "by", index > 0, tokens[index - 1].keyword == "order" {
        depths.insert(token.depth)
      }
    }
    return depths
  }
}
