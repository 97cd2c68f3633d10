/// Up to six lines over time, on an axis that holds zero.
///
/// A line breaks where it has no number; a number alone between two breaks is a dot.
package struct LineChart: Sendable {
  package struct Line: Hashable, Sendable {
    /// Empty for a chart whose title names the only line.
    package let name: String
    package let detail: String
    package let stroke: LineStroke
    /// One number per column, nil where there is none.
    package let values: [Double?]

    package init(name: String, detail: String, stroke: LineStroke, values: [Double?]) {
      self.name = name
      self.detail = detail
      self.stroke = stroke
      self.values = values
    }
  }

  package let columns: [StackedColumnChart.Column]
  /// The more important first: it is drawn over the others.
  package let lines: [Line]
  /// The texts of the axis numbers, from the lowest to the highest.
  package let axisLabels: @Sendable (_ ticks: [Double]) -> [String]
  /// Unique on the page.
  package let idPrefix: String
  package let notes: StackedColumnChart.Notes

  package init(
    columns: [StackedColumnChart.Column], lines: [Line], idPrefix: String,
    notes: StackedColumnChart.Notes = StackedColumnChart.Notes(),
    axisLabels: @escaping @Sendable (_ ticks: [Double]) -> [String]
  ) {
    self.columns = columns
    self.lines = lines
    self.axisLabels = axisLabels
    self.idPrefix = idPrefix
    self.notes = notes
  }

  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = LineLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: frame.height, labelledBy: labelledBy, describedBy: describedBy,
      class: className, slots: layout.readingSlots, layout.elements)
  }
}
