/// Writes elements as SVG text, one element or rectangle per line, so that a changed line is a
/// changed mark.
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
      append(">\n<path d=\"")
      for (index, rectangle) in rectangles.enumerated() {
        if index > 0 { append("\n") }
        write(rectangle)
      }
      append("\"/>\n")
      writeEnd(of: element)
    }
  }

  /// As a part of a path, which needs half the bytes of an element.
  private mutating func write(_ rectangle: SVGRectangle) {
    append("M")
    appendSVGNumber(rectangle.x, to: &bytes)
    append(" ")
    appendSVGNumber(rectangle.y, to: &bytes)
    append("h")
    appendSVGNumber(rectangle.width, to: &bytes)
    append("v")
    appendSVGNumber(rectangle.height, to: &bytes)
    append("h")
    appendSVGNumber(-rectangle.width, to: &bytes)
    append("z")
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
