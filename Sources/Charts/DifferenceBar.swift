/// A bar to the left or right of a zero line for a table cell, 128 × 12 px: less and more.
///
/// - Parameters:
///   - value: Nil and what is not finite leave only the zero line.
///   - extent: The difference as long as half the cell.
package func differenceBar(_ value: Double?, extent: Double) -> String {
  let width = 128.0
  let height = 12.0
  let zeroLine = verticalLine(class: "baseline", x: width / 2, from: 0, to: height)
  var marks: [SVGElement] = []
  if let value, value.isFinite, value != 0 {
    let x = barScale(from: -extent, to: extent, startPixel: 0, endPixel: width)
    let bar = barExtent(value, x: x, within: 0...width)
    marks.append(
      SVGElement(
        "rect",
        [
          "class": value < 0 ? "before-mark" : "now-mark", "x": .number(bar.lowerBound), "y": 0,
          "width": .number(bar.upperBound - bar.lowerBound), "height": .number(height),
        ]))
  }
  return svgCellDrawing(
    width: width, height: height, class: "difference", marks + [zeroLine])
}
