/// A whole query: tables made on the way, and the rows it returns.
struct Query: Hashable, Sendable {
  struct Let: Hashable, Sendable {
    let name: Intermediate
    let rows: Pipeline
  }

  var intermediates: [Let] = []
  let result: Pipeline

  /// With the bounds of its window as the first two statements.
  func text(windowStart: DatetimeLiteral, windowEnd: DatetimeLiteral) -> String {
    let bounds = [
      "let \(Variable.windowStart.rawValue) = \(windowStart.text);",
      "let \(Variable.windowEnd.rawValue) = \(windowEnd.text);",
    ]
    let tables = intermediates.flatMap { table in
      let body = table.rows.lines.map { "    " + $0 }.joined(separator: "\n") + ";"
      return ["let \(table.name.rawValue) =", body]
    }
    return (bounds + tables + result.lines).joined(separator: "\n") + "\n"
  }
}
