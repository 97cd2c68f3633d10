/// Single columns on a zero line, their budgets and a forecast as pixels.
struct ColumnMarks {
  let x: SlotScale
  let y: LinearScale

  /// From zero to `value`, never too thin to be seen.
  func rectangle(_ index: Int, _ value: Double) -> SVGRectangle {
    rectangle(index, from: 0, to: value)
  }

  func rectangle(_ index: Int, from start: Double, to end: Double) -> SVGRectangle {
    let extent = max(abs(y(end) - y(start)), smallestMark)
    return SVGRectangle(
      x: x.columnStart(index), y: end < start ? y(start) : y(start) - extent,
      width: x.columnWidth, height: extent)
  }

  /// A frame around the column, 3 px wider on each side and open at the zero line. Where columns are
  /// too close for that, only its upper edge, over the whole slot.
  func budgetOutline(_ index: Int, _ budget: Double) -> String {
    let level = svgNumber(y(budget))
    guard (x.slotWidth - x.columnWidth) / 2 >= 3 else {
      return "M\(svgNumber(x.slotStart(index))) \(level)H\(svgNumber(x.slotEnd(index)))"
    }
    let left = svgNumber(x.columnStart(index) - 3)
    let right = svgNumber(x.columnEnd(index) + 3)
    let zero = svgNumber(y(0))
    return "M\(left) \(zero)V\(level)H\(right)V\(zero)"
  }
}
