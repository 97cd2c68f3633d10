/// A tabular operator: rows in, rows out.
enum Step: Hashable, Sendable {
  case keep(Expression)
  case extend([Assignment])
  case summarize([Assignment], by: [Assignment])
  /// Every row of the left side, with the one of `right` where there is one.
  case joinLeftOuter(Intermediate, on: Column)
  /// One row for each text of an array.
  case expand(Column, Expression)
  case project([Assignment])
  case order([Order])
  case take(Int)

  enum Order: Hashable, Sendable {
    case ascending(Column)
    case descending(Column)
  }
}

extension Step {
  static func ascending(_ columns: Column...) -> Step { .order(columns.map(Order.ascending)) }

  var lines: [String] {
    switch self {
    case .keep(let condition): ["| where " + condition.text]
    case .extend(let columns): onePerLine("| extend ", columns)
    case .summarize(let totals, let groups):
      onePerLine("| summarize ", totals)
        + (groups.isEmpty ? [] : ["  by " + groups.map(\.text).joined(separator: ", ")])
    case .joinLeftOuter(let right, let key):
      ["| join kind=leftouter \(right.rawValue) on \(key.rawValue)"]
    case .expand(let column, let array):
      ["| mv-expand \(column.rawValue) = \(array.text) to typeof(string)"]
    case .project(let columns): onePerLine("| project ", columns)
    case .order(let keys): ["| order by " + keys.map(\.text).joined(separator: ", ")]
    case .take(let count): ["| take \(count)"]
    }
  }
}

extension Step.Order {
  fileprivate var text: String {
    switch self {
    case .ascending(let column): column.rawValue + " asc"
    case .descending(let column): column.rawValue + " desc"
    }
  }
}

/// One column a line, or all on one where each keeps its name.
private func onePerLine(_ start: String, _ columns: [Assignment]) -> [String] {
  guard columns.contains(where: { $0.name != nil }) else {
    return [start + columns.map(\.text).joined(separator: ", ")]
  }
  return columns.enumerated().map { index, column in
    (index == 0 ? start : "    ") + column.text + (index == columns.count - 1 ? "" : ",")
  }
}
