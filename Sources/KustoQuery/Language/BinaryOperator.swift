/// What stands between two expressions.
enum BinaryOperator: String, Hashable, Sendable {
  case or
  case and
  case equals = "=="
  case differs = "!="
  case isOneOf = "in"
  /// Whatever the case of the letters.
  case isOneOfWords = "in~"
  case endsWith = "endswith_cs"
  case isBelow = "<"
  case isAbove = ">"
  case isAtLeast = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"

  /// The higher of two binds first.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equals, .differs, .isOneOf, .isOneOfWords, .endsWith: 3
    case .isBelow, .isAbove, .isAtLeast: 4
    case .plus, .minus: 5
    case .times, .over: 6
    }
  }
}

extension Expression {
  func equals(_ other: Expression) -> Expression { .binary(self, .equals, other) }
  func differs(from other: Expression) -> Expression { .binary(self, .differs, other) }
  func isBelow(_ other: Expression) -> Expression { .binary(self, .isBelow, other) }
  func isAbove(_ other: Expression) -> Expression { .binary(self, .isAbove, other) }
  func isAtLeast(_ other: Expression) -> Expression { .binary(self, .isAtLeast, other) }
  func plus(_ other: Expression) -> Expression { .binary(self, .plus, other) }
  func minus(_ other: Expression) -> Expression { .binary(self, .minus, other) }
  func times(_ other: Expression) -> Expression { .binary(self, .times, other) }
  func over(_ other: Expression) -> Expression { .binary(self, .over, other) }

  func ends(with suffix: String) -> Expression { .binary(self, .endsWith, .text(suffix)) }

  func isOne(of texts: [String]) -> Expression {
    .binary(self, .isOneOf, .list(texts.map(Expression.text)))
  }

  /// Whatever the case of the letters.
  func isOne(ofWords words: [String]) -> Expression {
    .binary(self, .isOneOfWords, .list(words.map(Expression.text)))
  }
}
