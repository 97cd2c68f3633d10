/// Areas over time, one per series on a zero baseline: the columns of a ``StackedColumnChart`` without
/// the paper between them, for long ranges.
///
/// A column without data breaks the areas; one that stands alone between two such is drawn as a
/// column. Areas that may still change are hatched.
package struct StackedAreaChart: Sendable {
  package enum Edge: Hashable, Sendable, CaseIterable {
    /// Level over each slot: amounts of a period.
    case stepped
    /// Straight from the middle of one slot to that of the next.
    case straight
  }

  package let columns: [StackedColumnChart.Column]
  /// The one on the baseline first; at most four and the collective one.
  package let series: [StackedColumnChart.Series]
  package let edge: Edge
  /// The texts of the axis numbers, from the lowest to the highest.
  package let axisLabels: @Sendable (_ ticks: [Double]) -> [String]
  /// Unique on the page.
  package let idPrefix: String
  package let notes: StackedColumnChart.Notes

  package init(
    columns: [StackedColumnChart.Column], series: [StackedColumnChart.Series], edge: Edge,
    idPrefix: String, notes: StackedColumnChart.Notes = StackedColumnChart.Notes(),
    axisLabels: @escaping @Sendable (_ ticks: [Double]) -> [String]
  ) {
    self.columns = columns
    self.series = series
    self.edge = edge
    self.axisLabels = axisLabels
    self.idPrefix = idPrefix
    self.notes = notes
  }

  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = StackedAreaLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: frame.height, labelledBy: labelledBy, describedBy: describedBy,
      class: className, slots: layout.readingSlots, layout.elements)
  }
}
