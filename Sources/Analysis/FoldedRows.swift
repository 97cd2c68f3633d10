import Tables

/// The rows of a table that are shown one by one, and the others added up.
package struct FoldedRows: Hashable, Sendable {
  package let shown: [[Cell]]
  /// The sum of the other rows: a number in each additive column, NULL elsewhere. nil where all rows
  /// are shown.
  package let other: [Cell]?
  package let otherCount: Int
}

/// Shows the first rows one by one and adds the others up into one.
/// - Parameters:
///   - top: How many rows are shown.
///   - additive: The columns that may be summed.
package func foldRows(_ table: Table, top: Int, additive: Set<String>) throws(AnalysisError)
  -> FoldedRows
{
  let others = table.rows.dropFirst(top)
  guard !others.isEmpty else {
    return FoldedRows(shown: table.rows, other: nil, otherCount: 0)
  }
  return FoldedRows(
    shown: Array(table.rows.prefix(top)),
    other: try columnSums(table.columns, rows: others, additive: additive),
    otherCount: others.count)
}

/// The sum of each additive column, NULL in the other columns and where every row is NULL.
package func columnSums(
  _ columns: [String], rows: some Sequence<[Cell]>, additive: Set<String>
) throws(AnalysisError) -> [Cell] {
  var sums: [Cell] = []
  for (index, column) in columns.enumerated() {
    guard additive.contains(column) else {
      sums.append(.null)
      continue
    }
    sums.append(try exactSum(rows.lazy.map { $0[index] }, of: column).map(Cell.integer) ?? .null)
  }
  return sums
}
