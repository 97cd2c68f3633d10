import Foundation

/// Why SQL over the views could not be answered.
package enum QueryError: Error, Hashable {
  case notASelect
  case severalStatements
  case empty
  case unknownView(String)
  case refusedFunction(String)
  /// `known` in byte order.
  case unknownParameter(String, known: [String])
  /// A `?`, which has no name to bind by.
  case unnamedParameter
  /// The first rows of an order that nobody asked for.
  case limitWithoutOrder
  case bytes(column: String)
  case valueTooLong(column: String, limit: Int)
  case tooManyRows(limit: Int)
  case tooManySteps(limit: Int)
  case tooLarge
  /// What SQLite says. `offset` counts UTF-8 bytes of the SQL, where SQLite knows it.
  case failed(reason: String, offset: Int?)
}

extension QueryError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .notASelect:
      "only SELECT is allowed here"
    case .severalStatements:
      "there is more than one SQL statement"
    case .empty:
      "there is no SQL statement"
    case .unknownView(let name):
      "there is no view '\(name)'"
    case .refusedFunction(let name):
      "'\(name)' is not allowed here: the same input must give the same answer"
    case .unknownParameter(let name, _):
      "there is no parameter ':\(name)'"
    case .unnamedParameter:
      "'?' is not allowed here"
    case .limitWithoutOrder:
      "'limit' without 'order by' would leave out rows by chance"
    case .bytes(let column):
      "column '\(column)' holds bytes"
    case .valueTooLong(let column, let limit):
      "column '\(column)' holds a value longer than \(limit) bytes"
    case .tooManyRows(let limit):
      "there are more than \(limit) rows"
    case .tooManySteps(let limit):
      "the query takes more than \(limit) steps"
    case .tooLarge:
      "a sum does not fit into 64 bits"
    case .failed(let reason, _):
      reason
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .notASelect, .empty:
      "write one SELECT"
    case .severalStatements:
      "keep one SELECT, and put others into steps of their own"
    case .unknownView:
      "read one of: \(viewNames.joined(separator: ", "))"
    case .refusedFunction(let name) where name.hasPrefix("current_"):
      "use :as_of"
    case .refusedFunction:
      "leave it out"
    case .unknownParameter(_, let known):
      "use one of: \(known.map { ":\($0)" }.joined(separator: ", "))"
    case .unnamedParameter:
      "name the parameter, as in :as_of"
    case .limitWithoutOrder:
      "add 'order by'"
    case .bytes(let column):
      "write cast(\(column) as text)"
    case .valueTooLong, .tooManyRows:
      "select less, or group more"
    case .tooManySteps:
      "read fewer days, or a roll-up: daily_teams, daily_features, monthly"
    case .tooLarge:
      "add up less"
    case .failed:
      nil
    }
  }
}
