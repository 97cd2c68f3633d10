/// Where the equal slots of a chart lie, for a reader's pointer or arrow keys: slot *i* is row *i* of
/// the table of its numbers.
struct ReadingSlots: Hashable, Sendable {
  enum Direction: String {
    /// From left to right.
    case x
    /// From top to bottom.
    case y
  }

  let direction: Direction
  /// The edges of the first and of the last slot, in units of the drawing.
  let startPixel: Double
  let endPixel: Double

  var attribute: SVGAttribute {
    SVGAttribute(
      "data-slots",
      "\(direction.rawValue) \(svgNumber(startPixel)) \(svgNumber(endPixel))")
  }
}

extension ReadingSlots {
  /// Nil for a chart without columns.
  init?(_ x: SlotScale, count: Int) {
    guard count > 0 else { return nil }
    self.init(direction: .x, startPixel: x.startPixel, endPixel: x.slotEnd(count - 1))
  }
}
