/// A horizontal bar for a table cell, 120 × 12 px. Tables that stand together share one scale.
///
/// - Parameters:
///   - value: Nil and what is not finite leave the cell's drawing empty.
///   - maximum: The number as long as the cell.
///   - minimum: Below zero where the column has negative numbers; zero then moves to the right.
///   - isOutlined: For the row that collects several others.
package func tableBar(
  _ value: Double?, max maximum: Double, min minimum: Double = 0, isOutlined: Bool = false
) -> String {
  let width = 120.0
  let height = 12.0
  guard let value, value.isFinite else {
    return svgCellDrawing(width: width, height: height, class: "bar", [])
  }
  let x = barScale(from: minimum, to: maximum, startPixel: 0, endPixel: width)
  let extent = barExtent(value, x: x, within: 0...width)
  let mark =
    isOutlined
    ? outlinedBar(extent, height: height)
    : SVGElement(
      "rect",
      [
        "class": "mark", "x": .number(extent.lowerBound), "y": 0,
        "width": .number(extent.upperBound - extent.lowerBound), "height": .number(height),
      ])
  return svgCellDrawing(width: width, height: height, class: "bar", [mark])
}

/// The frame lies half a pixel inside, so that its line is not cut by the cell.
private func outlinedBar(_ extent: ClosedRange<Double>, height: Double) -> SVGElement {
  SVGElement(
    "rect",
    [
      "class": "mark outlined", "fill": "none", "x": .number(extent.lowerBound + 0.5), "y": 0.5,
      "width": .number(max(extent.upperBound - extent.lowerBound - 1, 0.5)),
      "height": .number(height - 1),
    ])
}
