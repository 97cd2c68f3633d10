/// A rectangle as part of a path, for drawings with hundreds of small ones.
func rectanglePath(x: Double, y: Double, width: Double, height: Double) -> String {
  let across = svgNumber(width)
  return "M\(svgNumber(x)) \(svgNumber(y))h\(across)v\(svgNumber(height))h-\(across)z"
}

/// Marks of one colour: a group with the colour of an entity, or with the theme's neutral one.
func colouredGroup(_ colour: SeriesColour?, _ rectangles: [SVGRectangle]) -> SVGElement {
  guard let colour else { return SVGElement("g", ["class": "bar-mark"], .rectangles(rectangles)) }
  return SVGElement(
    "g", ["class": "series", "fill": .text(colour.hex)], .rectangles(rectangles))
}

/// What the smallest number that is not nothing, and a measured zero, are drawn with: 1.5 px.
let smallestMark = 1.5
