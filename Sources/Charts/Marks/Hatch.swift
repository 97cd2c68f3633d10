/// Lines at 45° that say how certain a mark is.
struct Hatch: Hashable, Sendable {
  enum Meaning: String {
    /// Nothing was received: thin lines over the empty slot.
    case missing = "gap"
    /// May still change: lines of paper over the full colours.
    case open = "open"
    /// Not there yet: lines in the colour of the mark it will be, on paper.
    case forecast = "forecast"
  }

  let meaning: Meaning
  let id: String

  /// - Parameter idPrefix: Unique on the page and for the drawing; patterns are found by id.
  init(_ meaning: Meaning, idPrefix: String) {
    self.meaning = meaning
    id = "\(idPrefix)-\(meaning.rawValue)"
  }

  /// The pattern to put in front of the marks that are filled with it. The line inside takes its
  /// colour from the theme.
  var pattern: SVGElement {
    let (period, thickness) =
      switch meaning {
      case .missing: (6.0, 1.0)
      case .open: (5.0, 1.75)
      case .forecast: (5.0, 1.25)
      }
    // Half its thickness from the edge, so that the tile does not cut the line.
    let line = SVGElement(
      "path",
      [
        "class": "hatch-line-\(meaning.rawValue)",
        "d": "M\(svgNumber(thickness / 2)) 0V\(svgNumber(period))",
        "stroke-width": .number(thickness),
      ])
    return SVGElement(
      "pattern",
      [
        "id": .text(id), "width": .number(period), "height": .number(period),
        "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)",
      ],
      .elements([line]))
  }

  func rectangle(
    class className: String, x: Double, y: Double, width: Double, height: Double
  ) -> SVGElement {
    SVGElement(
      "rect",
      [
        "class": .text(className),
        "x": .number(x), "y": .number(y), "width": .number(width), "height": .number(height),
        "fill": "url(#\(id))",
      ])
  }

  func area(class className: String, path: PathText) -> SVGElement {
    SVGElement(
      "path", ["class": .text(className), "fill": "url(#\(id))", "d": .path(path)])
  }
}

/// The patterns that follow are found by their ids.
func definitions(of hatches: [Hatch]) -> [SVGElement] {
  hatches.isEmpty ? [] : [SVGElement("defs", [], .elements(hatches.map(\.pattern)))]
}
