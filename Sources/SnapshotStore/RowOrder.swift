import Tables

/// Whether one row stands before another where nobody asked for an order: by all columns, unknown
/// before numbers before texts, texts by bytes.
func precedes(_ left: [Cell], _ right: [Cell]) -> Bool {
  for (leftCell, rightCell) in zip(left, right) where leftCell != rightCell {
    return precedes(leftCell, rightCell)
  }
  return false
}

private func precedes(_ left: Cell, _ right: Cell) -> Bool {
  switch (left, right) {
  case (.integer(let left), .integer(let right)):
    left < right
  case (.text(let left), .text(let right)):
    left.utf8.lexicographicallyPrecedes(right.utf8)
  case (.integer, .real), (.real, .integer), (.real, .real):
    (left.number ?? 0) < (right.number ?? 0)
  default:
    rank(left) < rank(right)
  }
}

private func rank(_ cell: Cell) -> Int {
  switch cell {
  case .null: 0
  case .integer, .real: 1
  case .text: 2
  }
}
