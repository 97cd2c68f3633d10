import Tables

/// Whole numbers added up by the rules of `spend` and `known` (contract.md 1): 0 over no numbers,
/// unknown where every one is unknown, otherwise the exact sum of the known ones.
package struct ExactSum: Hashable, Sendable {
  private var sum: Int128 = 0
  private var hasKnown = false
  private var hasUnknown = false

  package init() {}

  /// - Parameter number: nil is unknown.
  package mutating func add(_ number: Int64?) {
    if let number {
      sum += Int128(number)
      hasKnown = true
    } else {
      hasUnknown = true
    }
  }

  /// - Returns: nil where every number is unknown.
  /// - Throws: ``AnalysisError/tooLarge(column:)``.
  package func total(of column: String) throws(AnalysisError) -> Int64? {
    guard hasKnown || !hasUnknown else { return nil }
    guard let total = Int64(exactly: sum) else { throw .tooLarge(column: column) }
    return total
  }
}

/// The exact sum of cells, NULL being unknown.
/// - Parameter column: The name for an error.
package func exactSum(_ cells: some Sequence<Cell>, of column: String) throws(AnalysisError)
  -> Int64?
{
  var sum = ExactSum()
  for cell in cells { sum.add(try wholeNumber(cell, of: column)) }
  return try sum.total(of: column)
}

/// - Returns: nil for NULL.
func wholeNumber(_ cell: Cell, of column: String) throws(AnalysisError) -> Int64? {
  switch cell {
  case .null: return nil
  case .integer(let number): return number
  case .real, .text: throw .notWhole(column: column, cell: cell)
  }
}

extension Table {
  func requiredIndex(of column: String) throws(AnalysisError) -> Int {
    guard let index = index(of: column) else {
      throw .missingColumn(column: column, columns: columns)
    }
    return index
  }
}
