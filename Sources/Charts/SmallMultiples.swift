/// A small column chart per name, all on one scale: which grew?
///
/// Three panels a row, on a phone two. After twelve panels the drawing says how many it leaves to the
/// table. A number that is not there is a gap; fewer numbers than those of the longest panel stand at
/// the right, under the newest of the others.
package struct SmallMultiples: Sendable {
  package struct Panel: Hashable, Sendable {
    package let name: String
    /// The newest value as text.
    package let detail: String
    /// Of the entity, shown beside its name. The columns are those of a total.
    package let colour: SeriesColour?
    package let values: [Double?]

    package init(name: String, detail: String, colour: SeriesColour? = nil, values: [Double?]) {
      self.name = name
      self.detail = detail
      self.colour = colour
      self.values = values
    }
  }

  /// The words for what is not drawn.
  package struct Notes: Hashable, Sendable {
    package var missing = "no data"
    /// After the number of panels left out: `4 more`.
    package var more = "more"

    package init() {}
  }

  static let maximumPanels = 12

  package let panels: [Panel]
  /// Under the first and under the last column of every panel.
  package let firstLabel: String
  package let lastLabel: String
  /// Whether the last column is in ink: for a period that is not over.
  package let marksLast: Bool
  package let notes: Notes

  package init(
    panels: [Panel], firstLabel: String, lastLabel: String, marksLast: Bool, notes: Notes = Notes()
  ) {
    self.panels = panels
    self.firstLabel = firstLabel
    self.lastLabel = lastLabel
    self.marksLast = marksLast
    self.notes = notes
  }

  /// The drawing is as high as its panels need; `frame` gives the width.
  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = SmallMultiplesLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: layout.height, labelledBy: labelledBy,
      describedBy: describedBy, class: className, layout.elements)
  }
}
