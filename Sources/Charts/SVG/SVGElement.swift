/// One SVG element as a value. Attributes are written in the order given here.
package struct SVGElement: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case empty
    case text(String)
    case elements([SVGElement])
    /// Rectangles as one path: a chart has a thousand of them, and nothing else in such number.
    case rectangles([SVGRectangle])
  }

  package let name: String
  package let attributes: [SVGAttribute]
  package let content: Content

  package init(
    _ name: String, _ attributes: KeyValuePairs<String, SVGValue>, _ content: Content = .empty
  ) {
    self.init(name, attributes.map(SVGAttribute.init), content)
  }

  package init(_ name: String, _ attributes: [SVGAttribute], _ content: Content) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }
}

package struct SVGRectangle: Hashable, Sendable {
  package let x: Double
  package let y: Double
  package let width: Double
  package let height: Double
}

package struct SVGAttribute: Hashable, Sendable {
  package let name: String
  package let value: SVGValue

  init(_ name: String, _ value: SVGValue) {
    self.name = name
    self.value = value
  }
}

package enum SVGValue: Hashable, Sendable {
  case number(Double)
  case text(String)
  case path(PathText)
}

extension SVGValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension SVGValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  package init(floatLiteral number: Double) { self = .number(number) }
  package init(integerLiteral number: Int) { self = .number(Double(number)) }
}
