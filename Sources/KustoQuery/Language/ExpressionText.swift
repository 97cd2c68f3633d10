extension Expression {
  /// On one line, with no more parentheses than needed.
  var text: String {
    switch self {
    case .column(let column): column.rawValue
    case .variable(let variable): variable.rawValue
    case .text(let text): stringLiteral(text)
    case .number(let number): String(number)
    case .duration(let duration): duration.rawValue
    case .call(let function, let arguments): function.rawValue + inParentheses(arguments)
    case .member(let bag, let key): "\(bag.text)[\(stringLiteral(key))]"
    case .binary(let left, let middle, let right):
      left.text(in: middle.precedence) + " \(middle.rawValue) "
        + right.text(in: middle.precedence + 1)
    case .list(let elements): inParentheses(elements)
    }
  }

  /// In parentheses where it binds less than its surroundings need.
  private func text(in least: Int) -> String {
    guard case .binary(_, let middle, _) = self, middle.precedence < least else { return text }
    return "(\(text))"
  }
}

private func inParentheses(_ expressions: [Expression]) -> String {
  "(" + expressions.map(\.text).joined(separator: ", ") + ")"
}
