/// The order of cells as SQLite has it: NULL, numbers, text by bytes.
package func isBefore(_ left: Cell, _ right: Cell) -> Bool { comparison(left, right) < 0 }

/// Below, at or above zero as `left` stands before, with or after `right`.
private func comparison(_ left: Cell, _ right: Cell) -> Int {
  switch (left, right) {
  case (.text(let left), .text(let right)): return comparison(left, right)
  case (.integer(let left), .integer(let right)):
    return left < right ? -1 : left > right ? 1 : 0
  default:
    if let left = left.number, let right = right.number {
      return left < right ? -1 : left > right ? 1 : 0
    }
    return rank(left) - rank(right)
  }
}

/// Below, at or above zero as `left` stands before, with or after `right` by its bytes.
private func comparison(_ left: String, _ right: String) -> Int {
  var (left, right) = (left, right)
  return left.withUTF8 { left in
    right.withUTF8 { right in
      for (left, right) in zip(left, right) where left != right {
        return Int(left) - Int(right)
      }
      return left.count - right.count
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
      for column in columns.indices {
        let order = comparison(left[column], right[column])
        if order != 0 { return order < 0 }
      }
      return false
    }
    return Table(columns: columns, rows: sorted)
  }
}
