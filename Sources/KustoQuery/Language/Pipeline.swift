/// A table and what is done to its rows, one step after another.
struct Pipeline: Hashable, Sendable {
  let source: Source
  let steps: [Step]

  init(_ source: Source, _ steps: [Step]) {
    self.source = source
    self.steps = steps
  }

  /// One step a line and more.
  var lines: [String] {
    let heading =
      switch source {
      case .table(let table): [table.rawValue]
      case .intermediate(let name): [name.rawValue]
      case .union(let parts): unionLines(parts)
      }
    return heading + steps.flatMap(\.lines)
  }
}

enum Source: Hashable, Sendable {
  case table(Table)
  case intermediate(Intermediate)
  /// The rows of all of them.
  case union([Pipeline])
}

/// A table that a `let` statement names.
enum Intermediate: String, Hashable, Sendable {
  /// One row a call of a model.
  case calls
  /// The same with who made the call and with its day.
  case attributedCalls
  /// One row a request to the gateway.
  case requests
  /// One row a record of a metric.
  case records
}

private func unionLines(_ parts: [Pipeline]) -> [String] {
  let bodies = parts.enumerated().flatMap { index, part in
    var lines = part.lines.map { "    " + $0 }
    lines[0] = "    (" + lines[0].dropFirst(4)
    lines[lines.count - 1] += index == parts.count - 1 ? ")" : "),"
    return lines
  }
  return ["union"] + bodies
}
