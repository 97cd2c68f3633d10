/// The `svg` element of a chart, as text.
///
/// The picture is named by the figure's title and described by its summary; what is drawn inside is
/// hidden from screen readers, which read the table instead of loose axis labels.
///
/// - Parameter slots: Nil for a chart that is not made of equal slots, and for one without any.
func svgDrawing(
  width: Double, height: Double, labelledBy: String, describedBy: String, class className: String,
  slots: ReadingSlots? = nil, _ elements: [SVGElement]
) -> String {
  let attributes = [
    SVGAttribute("class", .text(className)), SVGAttribute("role", "img"),
    SVGAttribute("aria-labelledby", .text(labelledBy)),
    SVGAttribute("aria-describedby", .text(describedBy)),
    SVGAttribute("viewBox", "0 0 \(svgNumber(width)) \(svgNumber(height))"),
  ]
  return svgText(
    SVGElement(
      "svg", attributes + (slots.map { [$0.attribute] } ?? []),
      .elements([SVGElement("g", ["aria-hidden": "true"], .elements(elements))])),
    capacity: 16_384)
}

/// The `svg` element of a table cell, as text. The number stands in the same row, so screen readers
/// do not need the picture.
func svgCellDrawing(
  width: Double, height: Double, class className: String, _ elements: [SVGElement]
) -> String {
  svgText(
    SVGElement(
      "svg",
      [
        "class": .text(className), "width": .number(width), "height": .number(height),
        "viewBox": "0 0 \(svgNumber(width)) \(svgNumber(height))", "aria-hidden": "true",
      ],
      .elements(elements)),
    capacity: 256)
}

/// - Parameter capacity: Of bytes; about as many as will be written.
private func svgText(_ element: SVGElement, capacity: Int) -> String {
  var writer = SVGWriter(capacity: capacity)
  writer.write(element)
  return writer.text
}
