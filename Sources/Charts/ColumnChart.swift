/// One column per month or day, against a budget where there is one. The newest is in ink; what is
/// expected to be added to it stands hatched on top.
///
/// A budget is a frame around its column. Where columns are too close for frames, as days are, it is
/// a line over the slot.
package struct ColumnChart: Sendable {
  package struct Slot: Hashable, Sendable {
    package let column: StackedColumnChart.Column
    /// Nil where there is none, which is not zero.
    package let value: Double?
    /// Nil for a slot without a budget.
    package let budget: Double?

    package init(column: StackedColumnChart.Column, value: Double?, budget: Double? = nil) {
      self.column = column
      self.value = value
      self.budget = budget
    }
  }

  package struct Label: Hashable, Sendable {
    /// What it is and its number: `Budget €23,000`.
    package let name: String
    package let detail: String

    package init(name: String, detail: String = "") {
      self.name = name
      self.detail = detail
    }
  }

  /// From the oldest to the newest.
  package let slots: [Slot]
  /// What the newest is expected to hold when it is over, as a whole. It is drawn where it adds to
  /// what is there; a forecast nearer to zero than the value stands only in its label.
  package let forecast: Double?
  /// Whether the newest is in ink: for a period that is not over.
  package let marksNewest: Bool
  /// Beside the newest, in the wide drawing.
  package let newestLabel: Label?
  package let budgetLabel: Label?
  package let forecastLabel: Label?
  /// The texts of the axis numbers, from the lowest to the highest.
  package let axisLabels: @Sendable (_ ticks: [Double]) -> [String]
  /// Unique on the page.
  package let idPrefix: String
  package let notes: StackedColumnChart.Notes

  package init(
    slots: [Slot], forecast: Double? = nil, marksNewest: Bool = true, newestLabel: Label? = nil,
    budgetLabel: Label? = nil, forecastLabel: Label? = nil, idPrefix: String,
    notes: StackedColumnChart.Notes = StackedColumnChart.Notes(),
    axisLabels: @escaping @Sendable (_ ticks: [Double]) -> [String]
  ) {
    self.slots = slots
    self.forecast = forecast
    self.marksNewest = marksNewest
    self.newestLabel = newestLabel
    self.budgetLabel = budgetLabel
    self.forecastLabel = forecastLabel
    self.axisLabels = axisLabels
    self.idPrefix = idPrefix
    self.notes = notes
  }

  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = ColumnLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: frame.height, labelledBy: labelledBy, describedBy: describedBy,
      class: className, slots: layout.readingSlots, layout.elements)
  }
}
