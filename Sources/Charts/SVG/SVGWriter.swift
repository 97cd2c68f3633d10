/// Writes elements as SVG text, one element per line, so that a changed line is a changed element.
struct SVGWriter {
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func write(_ element: SVGElement) {
    writeStart(of: element)
    switch element.content {
    case .empty:
      append("/>\n")
    case .text(let text):
      append(">")
      appendEscaped(text, to: &bytes)
      writeEnd(of: element)
    case .elements(let children):
      append(">\n")
      for child in children { write(child) }
      writeEnd(of: element)
    case .rectangles(let rectangles):
      append(">\n")
      for rectangle in rectangles { write(rectangle) }
      writeEnd(of: element)
    }
  }

  private mutating func write(_ rectangle: SVGRectangle) {
    append("<rect x=\"")
    appendSVGNumber(rectangle.x, to: &bytes)
    append("\" y=\"")
    appendSVGNumber(rectangle.y, to: &bytes)
    append("\" width=\"")
    appendSVGNumber(rectangle.width, to: &bytes)
    append("\" height=\"")
    appendSVGNumber(rectangle.height, to: &bytes)
    append("\"/>\n")
  }

  private mutating func writeStart(of element: SVGElement) {
    append("<")
    append(element.name)
    for attribute in element.attributes {
      append(" ")
      append(attribute.name)
      append("=\"")
      switch attribute.value {
      case .number(let number): appendSVGNumber(number, to: &bytes)
      case .text(let text): appendEscaped(text, to: &bytes)
      }
      append("\"")
    }
  }

  private mutating func writeEnd(of element: SVGElement) {
    append("</")
    append(element.name)
    append(">\n")
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
