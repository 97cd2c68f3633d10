/// A scalar expression of KQL.
///
/// Text of a user has one way in: ``text(_:)`` and the key of ``member(_:_:)``, written as literals.
indirect enum Expression: Hashable, Sendable {
  case column(Column)
  case variable(Variable)
  case text(String)
  case number(Int)
  case duration(Duration)
  case call(Function, [Expression])
  /// A property of a dynamic value: `Properties["Model"]`.
  case member(Expression, String)
  case binary(Expression, BinaryOperator, Expression)
  /// What `in` looks in: `("a", "b")`.
  case list([Expression])

  enum Duration: String, Hashable, Sendable {
    case hour = "1h"
    case minute = "1m"
  }
}

extension Expression {
  /// True where one of them is.
  static func any(_ first: Expression, _ others: Expression...) -> Expression {
    others.reduce(first) { .binary($0, .or, $1) }
  }

  /// True where each of them is.
  static func all(_ first: Expression, _ others: Expression...) -> Expression {
    others.reduce(first) { .binary($0, .and, $1) }
  }

  static func call(_ function: Function, _ arguments: Expression...) -> Expression {
    .call(function, arguments)
  }

  func named(_ name: Column) -> Assignment {
    self == .column(name) ? .column(name) : Assignment(name: name, expression: self)
  }
}

/// `Day = startofday(…)`, or an expression that keeps the name it has.
struct Assignment: Hashable, Sendable {
  let name: Column?
  let expression: Expression

  static func unnamed(_ expression: Expression) -> Assignment {
    Assignment(name: nil, expression: expression)
  }

  static func column(_ name: Column) -> Assignment { .unnamed(.column(name)) }

  var text: String {
    guard let name else { return expression.text }
    return "\(name.rawValue) = \(expression.text)"
  }
}

/// A name that a `let` statement gives.
enum Variable: String, Hashable, Sendable {
  case windowStart
  case windowEnd
}
