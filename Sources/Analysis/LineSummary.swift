import Tables

/// Says in sentences what a line chart shows, with the numbers of single periods: lines have no sum
/// and no shares.
/// - Parameters:
///   - columns: Several lines, or one; a second one that is the period before stands in `before`.
///   - number: How a number of the chart is written.
package func lineSummary(
  of columns: LineColumns, before: LineColumns.Line? = nil, words: SummaryWords,
  number: @escaping (Cell) throws -> String
) throws -> String {
  guard !columns.periods.isEmpty, !columns.lines.isEmpty else { return "There is nothing to show." }
  let text = LineSentences(columns: columns, words: words, number: number)
  var sentences =
    if columns.lines.count > 1 {
      try text.ranks()
    } else if let before {
      try text.comparison(with: before)
    } else {
      try text.extremes()
    }
  sentences += try completenessSentences(of: columns.periods, words: words)
  return sentences.joined(separator: " ")
}

private struct LineSentences {
  let columns: LineColumns
  let words: SummaryWords
  let number: (Cell) throws -> String

  /// The two numbers of the last period that has both.
  func comparison(with before: LineColumns.Line) throws -> [String] {
    let common = columns.periods.indices.last {
      value(0, $0) != nil && before.values[$0]?.number != nil
    }
    guard let common, let now = value(0, common), let then = before.values[common],
      let nowNumber = now.number, let thenNumber = then.number
    else { return try extremes() }
    let change = try changeText(from: thenNumber, to: nowNumber, words: words)
    let earlier = "\(try number(then)) of the period before"
    let start = "\(try number(now)) \(try place(common))"
    return [start + (change.map { ", \($0) the " } ?? ", after ") + earlier + "."]
  }

  /// The newest, the highest and the lowest number of the only line.
  func extremes() throws -> [String] {
    let known = columns.periods.indices.filter { value(0, $0) != nil }
    guard let newest = known.last, let newestValue = value(0, newest) else {
      return ["No number is known."]
    }
    let sentence = "\(try number(newestValue)) \(try place(newest))"
    guard let highest = known.max(by: { isLess($0, $1) }),
      let lowest = known.min(by: { isLess($0, $1) }), isLess(lowest, highest),
      let high = value(0, highest), let low = value(0, lowest)
    else { return [sentence + "."] }
    return [
      sentence + ".",
      "The highest is \(try number(high)) \(try place(highest)), "
        + "the lowest \(try number(low)) \(try place(lowest)).",
    ]
  }

  /// The highest and the lowest line where all have a number, and the one that changed most.
  func ranks() throws -> [String] {
    let lines = columns.lines.indices.filter { columns.lines[$0].newest != nil }
    guard !lines.isEmpty else { return ["No number is known."] }
    let common = columns.periods.indices.filter { index in
      lines.allSatisfy { value($0, index) != nil }
    }
    guard let first = common.first, let last = common.last else {
      return ["No \(periodName) has a number for all \(lines.count)."]
    }
    let ranked = lines.sorted { left, right in
      let (left, right) = (rank(left, last), rank(right, last))
      return (right.number, left.name) < (left.number, right.name)
    }
    guard let highest = ranked.first, let lowest = ranked.last,
      let high = value(highest, last), let low = value(lowest, last)
    else { return [] }
    guard lines.count > 1 else {
      return [
        "\(name(highest)) is the only one with numbers: \(try number(high)) \(try place(last))."
      ]
    }
    guard rank(lowest, last).number < rank(highest, last).number else {
      return ["All \(lines.count) have \(try number(high)) \(try place(last))."]
        + (try largestChange(of: ranked, from: first, to: last))
    }
    return [
      "\(name(highest)) is the highest of \(lines.count) \(try place(last)) with "
        + "\(try number(high)), \(name(lowest)) the lowest with \(try number(low))."
    ]
      + (try largestChange(of: ranked, from: first, to: last))
  }

  private func largestChange(of lines: [Int], from first: Int, to last: Int) throws -> [String] {
    guard first < last else { return [] }
    let changes = lines.map { line in
      (line: line, change: distance(value(line, first), value(line, last)))
    }
    guard let largest = changes.map(\.change).max(), largest > 0,
      let line = changes.first(where: { $0.change == largest })?.line,
      let start = value(line, first), let end = value(line, last)
    else { return [] }
    return [
      "\(name(line)) changed most, from \(try number(start)) \(try place(first)) to "
        + "\(try number(end))."
    ]
  }

  private var periodName: String {
    switch columns.grain {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    }
  }

  private func name(_ line: Int) -> String { columns.lines[line].name }

  /// nil where it is not a number.
  private func value(_ line: Int, _ index: Int) -> Cell? {
    columns.lines[line].values[index].flatMap { $0.number == nil ? nil : $0 }
  }

  private func rank(_ line: Int, _ index: Int) -> (number: Double, name: String) {
    (value(line, index)?.number ?? 0, name(line))
  }

  private func isLess(_ left: Int, _ right: Int) -> Bool {
    guard let left = value(0, left), let right = value(0, right) else { return false }
    return isBefore(left, right)
  }

  private func place(_ index: Int) throws -> String {
    try placeText(columns.periods[index], columns.grain, words: words)
  }
}

/// Exact for whole numbers up to the one rounding.
private func distance(_ start: Cell?, _ end: Cell?) -> Double {
  if let start = start?.integer, let end = end?.integer {
    return Double((Int128(end) - Int128(start)).magnitude)
  }
  return ((end?.number ?? 0) - (start?.number ?? 0)).magnitude
}
