/// From one total to another in steps: what was added, what was saved.
///
/// The texts of the steps add up to the difference of the ends; that they do is up to the caller.
/// Where the names and amounts have no room under and above columns side by side, on a phone or with
/// many steps, the steps run downwards, one per row, and the drawing is as high as they need. After
/// 40 steps the rest is one bar.
package struct WaterfallChart: Sendable {
  package struct Entry: Hashable, Sendable {
    package let label: String
    /// The amount as text, with its sign for a step.
    package let text: String
    /// Nil where it is not known, which is not zero.
    package let value: Double?

    package init(label: String, text: String, value: Double?) {
      self.label = label
      self.text = text
      self.value = value
    }
  }

  /// A total, drawn from zero.
  package let start: Entry
  /// What changes the total, in the order of drawing.
  package let steps: [Entry]
  /// A total, drawn from zero.
  package let end: Entry
  /// What stands in place of an amount that is not known.
  package let unknownNote: String
  /// After the number of steps drawn as one: `4 more`.
  package let moreNote: String

  package init(
    start: Entry, steps: [Entry], end: Entry, unknownNote: String = "not known",
    moreNote: String = "more"
  ) {
    self.start = start
    self.steps = steps
    self.end = end
    self.unknownNote = unknownNote
    self.moreNote = moreNote
  }

  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let waterfall = Waterfall(self)
    if let columns = WaterfallColumns(waterfall, frame, unknownNote: unknownNote) {
      return svgDrawing(
        width: frame.width, height: frame.height, labelledBy: labelledBy,
        describedBy: describedBy, class: className, slots: columns.readingSlots, columns.elements)
    }
    let rows = WaterfallRows(waterfall, frame, unknownNote: unknownNote)
    return svgDrawing(
      width: frame.width, height: rows.height, labelledBy: labelledBy, describedBy: describedBy,
      class: className, slots: rows.readingSlots, rows.elements)
  }
}

extension ChartFrame {
  package static let wideSteps = steps(of: .wideMonths, height: 256)
  package static let narrowSteps = steps(of: .narrowMonths, height: 212)

  /// The columns of a waterfall take the whole width: it has no axis and no names beside it.
  private static func steps(of frame: ChartFrame, height: Double) -> ChartFrame {
    ChartFrame(
      name: frame.name, width: frame.width, height: height, hasDirectLabels: frame.hasDirectLabels,
      plotLeft: 0, plotRight: frame.width, above: frame.above, below: frame.below,
      columnShare: 0.56, segmentGap: frame.segmentGap)
  }
}
