/// One word of a query, as far as a template has to understand SQL: which names it mentions, which
/// parameters it binds, and how deep in parentheses it stands.
struct SQLToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// An unquoted name or keyword, or a quoted identifier.
    case name
    /// A parameter; its text is the name without the colon.
    case parameter
    /// A string literal, a number or one character of punctuation.
    case other
  }

  let kind: Kind
  let text: String
  /// Parentheses open around the token.
  let depth: Int
  /// In characters from the query's beginning.
  let offset: Int
  /// Counts lines of the query from 0.
  let line: Int
  /// Counts characters of that line from 1.
  let column: Int
  /// A quoted identifier is never a keyword.
  let isQuoted: Bool

  func isPunctuation(_ character: String) -> Bool { kind == .other && text == character }

  /// The lower-case keyword this could be.
  var keyword: String? { kind == .name && !isQuoted ? text.lowercased() : nil }
}

/// The tokens of a query without its comments.
func sqlTokens(_ sql: String) -> [SQLToken] {
  var scanner = SQLScanner(sql)
  return scanner.tokens()
}

private struct SQLScanner {
  private let characters: [Character]
  private var index = 0
  private var line = 0
  private var column = 1
  private var depth = 0

  init(_ sql: String) {
    characters = Array(sql)
  }

  mutating func tokens() -> [SQLToken] {
    var tokens: [SQLToken] = []
    while let character = peek() {
      if character.isWhitespace {
        advance()
      } else if character == "-", peek(1) == "-" {
        while let next = peek(), !isLineEnd(next) { advance() }
      } else if character == "/", peek(1) == "*" {
        skipBlockComment()
      } else {
        tokens.append(token(startingWith: character))
      }
    }
    return tokens
  }

  private mutating func token(startingWith character: Character) -> SQLToken {
    let (start, startLine, startColumn) = (index, line, column)
    func made(_ kind: SQLToken.Kind, _ text: String, quoted: Bool = false) -> SQLToken {
      SQLToken(
        kind: kind, text: text, depth: depth, offset: start, line: startLine, column: startColumn,
        isQuoted: quoted)
    }
    switch character {
    case "'":
      // With its quote, so that no literal looks like punctuation.
      return made(.other, "'" + quoted(until: "'"))
    case "\"", "`":
      return made(.name, quoted(until: character), quoted: true)
    case "[":
      return made(.name, quoted(until: "]"), quoted: true)
    case ":" where peek(1).map(isNameCharacter) == true:
      advance()
      return made(.parameter, name())
    case _ where isNameCharacter(character):
      return made(.name, name())
    case "(":
      advance()
      defer { depth += 1 }
      return made(.other, "(")
    case ")":
      advance()
      depth -= 1
      return made(.other, ")")
    default:
      advance()
      return made(.other, String(character))
    }
  }

  private mutating func quoted(until end: Character) -> String {
    var text = ""
    advance()
    while let character = peek() {
      advance()
      if character == end {
        guard peek() == end, end != "]" else { break }
        advance()
      }
      text.append(character)
    }
    return text
  }

  private mutating func name() -> String {
    var text = ""
    while let character = peek(), isNameCharacter(character) {
      text.append(character)
      advance()
    }
    return text
  }

  private mutating func skipBlockComment() {
    advance()
    advance()
    while peek() != nil, !(peek() == "*" && peek(1) == "/") { advance() }
    advance()
    advance()
  }

  private func peek(_ offset: Int = 0) -> Character? {
    index + offset < characters.count ? characters[index + offset] : nil
  }

  private mutating func advance() {
    guard let character = peek() else { return }
    index += 1
    if isLineEnd(character) {
      line += 1
      column = 1
    } else {
      column += 1
    }
  }
}

private func isNameCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "_"
}
