/// Horizontal bars, one per name, on one scale from zero.
package struct BarChart: Sendable {
  package struct Bar: Hashable, Sendable {
    package let name: String
    /// The value as text.
    package let label: String
    /// Nil where it is not known, which is not zero.
    package let value: Double?
    /// Nil for what is no entity.
    package let colour: SeriesColour?

    package init(name: String, label: String, value: Double?, colour: SeriesColour? = nil) {
      self.name = name
      self.label = label
      self.value = value
      self.colour = colour
    }
  }

  /// From top to bottom.
  package let bars: [Bar]
  /// What stands in place of a bar whose value is not known.
  package let unknownNote: String
  /// What stands in place of a chart without bars.
  package let emptyNote: String

  package init(
    bars: [Bar], unknownNote: String = "not known", emptyNote: String = "no data"
  ) {
    self.bars = bars
    self.unknownNote = unknownNote
    self.emptyNote = emptyNote
  }

  /// The chart is as high as its bars need; `frame` gives the width.
  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = BarChartLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: layout.height, labelledBy: labelledBy,
      describedBy: describedBy, class: className, slots: layout.readingSlots, layout.elements)
  }
}
