import Analysis
import SourceText
import Tables

/// A grid's rows as they are shown: combined, sorted, folded and added up.
struct GridContent {
  struct Row {
    enum Kind {
      case ordinary
      /// The collective row of what is beyond the top.
      case other(count: Int)
      /// The row that the grid wants last.
      case last
    }

    let kind: Kind
    let cells: [Cell]
    /// Columns of a miniature, by index of the grid's column.
    var sparks: [Int: [Double?]] = [:]
  }

  private(set) var rows: [Row] = []
  /// Indices of the query's columns, in the order of the grid's.
  let indices: [Int]
  /// The exact sums, by index of the grid's column; empty where no column is totalled.
  private(set) var totals: [Int: Cell] = [:]
  /// What the row *rounding* shows, in nano, by index of the grid's column.
  private(set) var rounding: [Int: Int64] = [:]
  /// Whole percents by index of the grid's column, one per row.
  private(set) var shares: [Int: [Int?]] = [:]

  init(_ grid: GridDefinition, _ step: StepRows) throws(Diagnostic) {
    var indices: [Int] = []
    for column in grid.columns {
      for name in column.reads { _ = try step.index(of: name) }
      indices.append(try step.index(of: column.column))
    }
    self.indices = indices
    var drafts = try SparkRows(grid, step, indices: indices).rows
    try sort(&drafts, by: grid.sort, step)
    rows = try step.analysed { () throws(AnalysisError) in
      try folded(drafts, grid, columns: step.table.columns)
    }
    let all = drafts.map(\.cells)
    for (position, column) in grid.columns.enumerated() {
      let index = indices[position]
      if column.isShare { shares[position] = wholePercents(of: weights(at: index, of: all)) }
      guard column.isTotalled else { continue }
      let total = try step.analysed { () throws(AnalysisError) in
        try exactSum(all.map { $0[index] }, of: column.column.name)
      }
      if isUnknown(total, of: all.map { $0[index] }, column.format) {
        totals[position] = .null
        continue
      }
      totals[position] = total.map(Cell.integer) ?? .null
      if column.format?.isMoney == true, let total {
        rounding[position] = roundingDifference(
          parts: rows.compactMap { $0.cells[index].integer }, total: total,
          decimals: step.shownDecimals(of: column.format ?? .amount))
      }
    }
  }

  /// The weights of the shown rows; what is folded is added up first.
  private func weights(at index: Int, of all: [[Cell]]) -> [Int64?] {
    let shownOneByOne = rows.count { if case .other = $0.kind { false } else { true } }
    let hasOther = shownOneByOne < rows.count
    let lastCount = rows.count { if case .last = $0.kind { true } else { false } }
    let first = all.prefix(shownOneByOne - lastCount).map { weight($0[index]) }
    guard hasOther else { return all.map { weight($0[index]) } }
    let middle = all.dropFirst(first.count).dropLast(lastCount)
    return first + [middle.reduce(Int64(0)) { added($0, weight($1[index]) ?? 0) }]
      + all.suffix(lastCount).map { weight($0[index]) }
  }
}

/// A sum of which nothing but zeros is known is not known; nor are differences that lack one, since
/// they would no longer be the difference of the totals beside them.
private func isUnknown(_ total: Int64?, of cells: [Cell], _ format: ValueFormat?) -> Bool {
  guard format?.isMoney == true, cells.contains(.null) else { return false }
  return total == 0 || format == .change || format == .difference
}

/// Shares of what is beyond 64 bits are the same to every digit that is shown.
private func added(_ left: Int64, _ right: Int64) -> Int64 {
  let (sum, isOverflow) = left.addingReportingOverflow(right)
  return isOverflow ? .max : sum
}

/// Whole numbers weigh themselves; shares weigh their billionths.
private func weight(_ cell: Cell) -> Int64? {
  switch cell {
  case .integer(let number): max(number, 0)
  case .real(let number): number.isFinite && number < 9e9 ? Int64(max(number, 0) * 1e9) : nil
  case .null, .text: nil
  }
}

private func sort(
  _ rows: inout [GridContent.Row], by keys: [GridDefinition.SortKey], _ step: StepRows
) throws(Diagnostic) {
  var indexed: [(index: Int, isDescending: Bool)] = []
  for key in keys { indexed.append((try step.index(of: key.column), key.isDescending)) }
  let sorted = rows.enumerated().sorted { left, right in
    if left.element.isLast != right.element.isLast { return right.element.isLast }
    for key in indexed {
      let cells = (left.element.cells[key.index], right.element.cells[key.index])
      if cells.0 == cells.1 { continue }
      // What is not known stands after everything that is, in either direction.
      if cells.0.isNull || cells.1.isNull { return cells.1.isNull }
      return isBefore(cells.0, cells.1) != key.isDescending
    }
    return left.offset < right.offset
  }
  rows = sorted.map(\.element)
}

private func folded(
  _ drafts: [GridContent.Row], _ grid: GridDefinition, columns: [String]
) throws(AnalysisError) -> [GridContent.Row] {
  guard let top = grid.top else { return drafts }
  let ordinary = drafts.filter { !$0.isLast }
  // A collective row of one would hide a name and save no line.
  guard ordinary.count > top + 1 else { return drafts }
  let additive = Set(grid.columns.filter(\.isTotalled).map(\.column.name))
  let folded = try foldRows(
    Table(columns: columns, rows: ordinary.map(\.cells)), top: top, additive: additive)
  var rows = Array(ordinary.prefix(top))
  if let other = folded.other {
    rows.append(GridContent.Row(kind: .other(count: folded.otherCount), cells: other))
  }
  return rows + drafts.filter(\.isLast)
}

extension GridContent.Row {
  var isLast: Bool { if case .last = kind { true } else { false } }
  var isOther: Bool { if case .other = kind { true } else { false } }
}
