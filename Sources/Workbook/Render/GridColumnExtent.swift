import Tables

/// What the cells of one column of a grid have in common: the scale of its bars, its alignment.
struct GridColumnExtent: Hashable, Sendable {
  /// At least 0.
  let highest: Double
  /// At most 0.
  let lowest: Double
  /// Numbers stand at the right.
  let isNumber: Bool

  var magnitude: Double { max(highest, -lowest) }

  init(_ column: GridColumn, cells: [Cell]) {
    let numbers = cells.compactMap(\.number)
    highest = numbers.reduce(0, max)
    lowest = numbers.reduce(0, min)
    isNumber =
      switch column.format {
      case .text, .day, .date, .short, .month: column.isShare
      case nil: column.isShare || !numbers.isEmpty
      default: true
      }
  }
}
