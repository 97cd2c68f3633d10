/// Thirteen mini columns for a table cell: the course of one row's numbers.
///
/// More than thirteen numbers get thinner columns; fewer stand at the right, where the newest is in
/// the rows above and below. A number that is not there is a gap, a zero a thin mark.
///
/// - Parameter marksLast: Draws the last column in the ink of "now".
package func sparkline(_ values: [Double?], marksLast: Bool) -> String {
  let layout = SparklineLayout(values)
  let last = values.indices.last
  let before = values.indices.filter { !marksLast || $0 != last }
  let now = values.indices.filter { marksLast && $0 == last }
  return svgCellDrawing(
    width: layout.width, height: layout.height, class: "spark",
    layout.path(of: before, class: "before-mark") + layout.path(of: now, class: "now-mark"))
}

private struct SparklineLayout {
  let width = 96.0
  let height = 20.0
  private let values: [Double?]
  private let columnWidth: Double
  private let gap: Double
  private let y: LinearScale

  init(_ values: [Double?]) {
    self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
    let slots = Double(max(values.count, 13))
    gap = min(1.6, width / slots / 4)
    columnWidth = (width - gap * (slots - 1)) / slots
    let known = self.values.compactMap(\.self)
    let lowest = min(known.min() ?? 0, 0)
    let highest = max(known.max() ?? 0, 0)
    y = LinearScale(
      from: lowest, highest > lowest ? highest : lowest + 1, toPixels: height, 0)
  }

  /// One path for all columns of a kind: a long table has thousands of them.
  func path(of indices: [Int], class className: String) -> [SVGElement] {
    let rectangles = indices.compactMap { index in values[index].map { rectangle(index, $0) } }
    guard !rectangles.isEmpty else { return [] }
    return [SVGElement("path", ["class": .text(className), "d": .text(rectangles.joined())])]
  }

  private func rectangle(_ index: Int, _ value: Double) -> String {
    let x = width - columnWidth - Double(values.count - 1 - index) * (columnWidth + gap)
    let extent = max(abs(y(value) - y(0)), 1)
    // A mark of zero lies inside the cell even where zero is its upper edge.
    let top = value < 0 || y(0) < 1 ? y(0) : y(0) - extent
    return rectanglePath(x: x, y: top, width: columnWidth, height: extent)
  }
}
