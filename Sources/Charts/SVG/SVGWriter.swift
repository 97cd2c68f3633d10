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
      write(rectangles)
      append("\"/>\n")
      writeEnd(of: element)
    }
  }

  /// As parts of a path, which needs half the bytes of elements.
  private mutating func write(_ rectangles: [SVGRectangle]) {
    var width = Double.nan
    var across: (there: [UInt8], back: [UInt8]) = ([], [])
    for (index, rectangle) in rectangles.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\n")) }
      // Most have the width of the one before.
      if rectangle.width != width {
        width = rectangle.width
        across = ([], [])
        appendSVGNumber(width, to: &across.there)
        appendSVGNumber(-width, to: &across.back)
      }
      bytes.append(UInt8(ascii: "M"))
      appendSVGNumber(rectangle.x, to: &bytes)
      bytes.append(UInt8(ascii: " "))
      appendSVGNumber(rectangle.y, to: &bytes)
      bytes.append(UInt8(ascii: "h"))
      bytes.append(contentsOf: across.there)
      bytes.append(UInt8(ascii: "v"))
      appendSVGNumber(rectangle.height, to: &bytes)
      bytes.append(UInt8(ascii: "h"))
      bytes.append(contentsOf: across.back)
      bytes.append(UInt8(ascii: "z"))
    }
  }

  private mutating func writeStart(of element: SVGElement) {
    bytes.append(UInt8(ascii: "<"))
    append(element.name)
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      append(attribute.name)
      bytes.append(UInt8(ascii: "="))
      bytes.append(UInt8(ascii: "\""))
      switch attribute.value {
      case .number(let number): appendSVGNumber(number, to: &bytes)
      case .text(let text): appendEscaped(text, to: &bytes)
      case .path(let path): bytes.append(contentsOf: path.bytes)
      }
      bytes.append(UInt8(ascii: "\""))
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
