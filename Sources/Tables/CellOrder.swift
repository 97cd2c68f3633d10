/// The order of cells as SQLite has it: NULL, numbers, text by bytes.
package func isBefore(_ left: Cell, _ right: Cell) -> Bool {
  switch (left, right) {
  case (.integer(let left), .integer(let right)): left < right
  case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
  default:
    if let left = left.number, let right = right.number {
      left < right
    } else {
      rank(left) < rank(right)
    }
  }
}

private func rank(_ cell: Cell) -> Int {
  switch cell {
  case .null: 0
  case .integer, .real: 1
  case .text: 2
  }
}

extension Table {
  /// The rows in the order of all their columns: for queries that ask for no order.
  package func sortedByAllColumns() -> Table {
    let sorted = rows.sorted { left, right in
      for (left, right) in zip(left, right) {
        if isBefore(left, right) { return true }
        if isBefore(right, left) { return false }
      }
      return false
    }
    return Table(columns: columns, rows: sorted)
  }
}
