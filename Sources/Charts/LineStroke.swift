/// What a line stands for, which decides how it is drawn.
package enum LineStroke: Hashable, Sendable {
  /// This period: ink.
  case now
  /// The period before: grey-green, thinner.
  case before
  case entity(SeriesColour)
  /// No entity and no period.
  case neutral
  /// Not there yet: the thinnest.
  case forecast

  /// - Parameter isDotted: Nothing was measured here; the line only leads on.
  func line(_ points: [Point], isDotted: Bool = false) -> SVGElement {
    var attributes = [
      SVGAttribute("class", .text(isDotted ? "\(lineClass) gap-line" : lineClass)),
      SVGAttribute("fill", "none"),
    ]
    if case .entity(let colour) = self {
      attributes.append(SVGAttribute("stroke", .text(colour.hex)))
    }
    attributes.append(SVGAttribute("d", .path(polylinePath(points))))
    return SVGElement("path", attributes, .empty)
  }

  func dot(_ centre: Point, radius: Double) -> SVGElement {
    SVGElement(
      "circle",
      fill + [
        SVGAttribute("cx", .number(centre.x)), SVGAttribute("cy", .number(centre.y)),
        SVGAttribute("r", .number(radius)),
      ],
      .empty)
  }

  func bars(_ rectangles: [SVGRectangle]) -> SVGElement {
    SVGElement("g", fill, .rectangles(rectangles))
  }

  private var lineClass: String {
    switch self {
    case .now: "now-line"
    case .before: "before-line"
    case .entity: "series-line"
    case .neutral: "bar-line"
    case .forecast: "forecast-line"
    }
  }

  private var fill: [SVGAttribute] {
    switch self {
    case .now: [SVGAttribute("class", "now-mark")]
    case .before: [SVGAttribute("class", "before-mark")]
    case .entity(let colour):
      [SVGAttribute("class", "series"), SVGAttribute("fill", .text(colour.hex))]
    case .neutral, .forecast: [SVGAttribute("class", "bar-mark")]
    }
  }
}
