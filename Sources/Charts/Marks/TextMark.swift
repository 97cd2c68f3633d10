enum TextAnchor: String {
  case start, middle, end
}

/// One line of text with its baseline at `y`.
func textMark(
  _ text: String, class className: String, x: Double, y: Double, anchor: TextAnchor = .start
) -> SVGElement {
  var attributes: [SVGAttribute] = [
    SVGAttribute("class", .text(className)), SVGAttribute("x", .number(x)),
    SVGAttribute("y", .number(y)),
  ]
  if anchor != .start { attributes.append(SVGAttribute("text-anchor", .text(anchor.rawValue))) }
  return SVGElement("text", attributes, .text(text))
}
