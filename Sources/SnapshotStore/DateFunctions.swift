import Foundation
import GRDB
import Synchronization

/// SQLite's date functions, which here must be told a day: an answer never depends on the clock.
///
/// A function cannot call the one it replaces, so each connection has an empty database beside it
/// whose functions are the original ones.
func dateFunctions(askingOn original: DatabaseQueue) -> [DatabaseFunction] {
  // The day's place among the arguments: `strftime` has the format first.
  let functions = [
    ("date", 0), ("time", 0), ("datetime", 0), ("julianday", 0), ("unixepoch", 0), ("strftime", 1),
  ]
  return functions.map { name, dayIndex in
    let answers = DateAnswers()
    return DatabaseFunction(name, pure: true) { values in
      if let answer = answers[values] { return answer }
      guard values.count > dayIndex else {
        throw DatabaseError(message: "\(name)() without a day is not allowed here; use :as_of")
      }
      for value in values {
        guard case .string(let text) = value.storage, readsTheClock(text) else { continue }
        throw DatabaseError(message: "'\(text)' is not allowed here; use :as_of")
      }
      let answer = try original.unsafeRead { database in
        let places = values.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "SELECT \(name)(\(places))")
        return try DatabaseValue.fetchOne(statement, arguments: StatementArguments(values))
      }
      answers[values] = answer
      return answer
    }
  }
}

/// What a function has answered: a thousand pages ask for the same few days.
private final class DateAnswers: Sendable {
  private let known = Mutex<[[DatabaseValue]: DatabaseValue]>([:])

  subscript(arguments: [DatabaseValue]) -> DatabaseValue? {
    get { known.withLock { $0[arguments] } }
    set {
      known.withLock { known in
        // A query over many days must not hold them all.
        if known.count >= 10_000 { known.removeAll() }
        known[arguments] = newValue
      }
    }
  }
}

private func readsTheClock(_ argument: String) -> Bool {
  let word = argument.trimmingCharacters(in: .whitespaces).lowercased()
  return ["now", "localtime", "utc", "subsec", "subsecond"].contains(word)
}
