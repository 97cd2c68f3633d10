/// Columns over time, each made of the parts of several series on a zero baseline.
///
/// A column that may still change is hatched, one without data is a gap that says so, a measured zero
/// is a mark on the baseline. Corrections below zero are stacked downwards.
package struct StackedColumnChart: Sendable {
  package struct Column: Hashable, Sendable {
    package enum State: Hashable, Sendable {
      case settled, mayChange
      /// Some of what belongs into it has not arrived.
      case partial
      /// Nothing has arrived. Its values are not drawn.
      case missing
    }

    /// What stands under the column; a line break begins a second line.
    package let label: String?
    package let isMajorTick: Bool
    package let isWeekend: Bool
    package let state: State

    package init(
      label: String? = nil, isMajorTick: Bool = false, isWeekend: Bool = false,
      state: State = .settled
    ) {
      self.label = label
      self.isMajorTick = isMajorTick
      self.isWeekend = isWeekend
      self.state = state
    }
  }

  package struct Series: Hashable, Sendable {
    /// Empty for a chart whose title names the only series.
    package let name: String
    package let detail: String
    /// Nil for what is no entity, such as a total.
    package let colour: SeriesColour?
    /// One number per column, nil where this series has none.
    package let values: [Double?]

    package init(name: String, detail: String, colour: SeriesColour?, values: [Double?]) {
      self.name = name
      self.detail = detail
      self.colour = colour
      self.values = values
    }
  }

  /// The words over columns that are not settled.
  package struct Notes: Hashable, Sendable {
    package var missing = "no data"
    package var partial = "incomplete"
    package var mayChange = "may still change"

    package init() {}
  }

  package let columns: [Column]
  /// The one on the baseline first; at most four and the collective one.
  package let series: [Series]
  /// The texts of the axis numbers, from the lowest to the highest. They share one unit and one
  /// number of decimals, so they are asked for together.
  package let axisLabels: @Sendable (_ ticks: [Double]) -> [String]
  /// Unique on the page.
  package let idPrefix: String
  package let notes: Notes

  package init(
    columns: [Column], series: [Series], idPrefix: String, notes: Notes = Notes(),
    axisLabels: @escaping @Sendable (_ ticks: [Double]) -> [String]
  ) {
    self.columns = columns
    self.series = series
    self.axisLabels = axisLabels
    self.idPrefix = idPrefix
    self.notes = notes
  }

  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = StackedColumnLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: frame.height, labelledBy: labelledBy, describedBy: describedBy,
      class: className, slots: layout.readingSlots, layout.elements)
  }
}
