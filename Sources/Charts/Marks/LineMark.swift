/// A horizontal line one pixel thick. Its pixel row is the one that holds `y`, so that it stays
/// sharp where the drawing is not scaled.
func horizontalLine(class className: String, from start: Double, to end: Double, y: Double)
  -> SVGElement
{
  let row = svgNumber(y.rounded(.down) + 0.5)
  return SVGElement(
    "path", ["class": .text(className), "d": "M\(svgNumber(start)) \(row)H\(svgNumber(end))"])
}

/// A vertical line one pixel thick, centred on `x`.
func verticalLine(class className: String, x: Double, from start: Double, to end: Double)
  -> SVGElement
{
  SVGElement(
    "path",
    [
      "class": .text(className),
      "d": "M\(svgNumber(x)) \(svgNumber(start))V\(svgNumber(end))",
    ])
}
