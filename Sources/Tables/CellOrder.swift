/// The order of cells as SQLite has it: NULL, numbers, text by bytes.
package func isBefore(_ left: Cell, _ right: Cell) -> Bool {
  switch (left, right) {
  case (.integer(let left), .integer(let right)): left < right
  case (.text(let left), .text(let right)): comparison(left, right) < 0
  default:
    if let left = left.number, let right = right.number {
      left < right
    } else {
      rank(left) < rank(right)
    }
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
      for (left, right) in zip(left, right) {
        if case (.text(let left), .text(let right)) = (left, right) {
          let order = comparison(left, right)
          if order != 0 { return order < 0 }
        } else {
          if isBefore(left, right) { return true }
          if isBefore(right, left) { return false }
        }
      }
      return false
    }
    return Table(columns: columns, rows: sorted)
  }
}
