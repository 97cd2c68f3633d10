/// The running total of a period, such as the days of a month, against its budget.
///
/// All numbers are amounts of one slot; the chart adds them up. A slot without a number before the
/// newest one adds nothing: the total goes on level and dotted. The total of a slot stands at its end.
package struct BurnUpChart: Sendable {
  /// The words at a line: `Budget`, `€58,000`, `for all of November`.
  package struct Label: Hashable, Sendable {
    package let name: String
    package let amount: String
    /// Left out where there is little room.
    package let detail: String

    package init(name: String, amount: String, detail: String = "") {
      self.name = name
      self.amount = amount
      self.detail = detail
    }
  }

  package struct Amounts: Hashable, Sendable {
    /// One per slot; nil where nothing is known, and after the newest.
    package let amounts: [Double?]
    package let label: Label

    package init(amounts: [Double?], label: Label) {
      self.amounts = amounts
      self.label = label
    }
  }

  /// What the slots after the newest are expected to add, one number per slot of the whole period.
  /// The first and second are the likely range.
  package struct Forecast: Hashable, Sendable {
    package let expected: [Double?]
    package let low: [Double?]
    package let high: [Double?]
    package let label: Label

    package init(expected: [Double?], low: [Double?], high: [Double?], label: Label) {
      self.expected = expected
      self.low = low
      self.high = high
      self.label = label
    }
  }

  package struct Budget: Hashable, Sendable {
    /// For the whole period.
    package let amount: Double
    package let label: Label

    package init(amount: Double, label: Label) {
      self.amount = amount
      self.label = label
    }
  }

  package let columns: [StackedColumnChart.Column]
  /// The amount and detail of its label stand at the newest slot.
  package let actual: Amounts
  /// Of the period before, from its first slot; slots beyond the columns are left out.
  package let before: Amounts?
  package let forecast: Forecast?
  package let budget: Budget?
  /// The texts of the axis numbers, from the lowest to the highest.
  package let axisLabels: @Sendable (_ ticks: [Double]) -> [String]
  /// Unique on the page.
  package let idPrefix: String
  package let notes: StackedColumnChart.Notes

  package init(
    columns: [StackedColumnChart.Column], actual: Amounts, before: Amounts? = nil,
    forecast: Forecast? = nil, budget: Budget? = nil, idPrefix: String,
    notes: StackedColumnChart.Notes = StackedColumnChart.Notes(),
    axisLabels: @escaping @Sendable (_ ticks: [Double]) -> [String]
  ) {
    self.columns = columns
    self.actual = actual
    self.before = before
    self.forecast = forecast
    self.budget = budget
    self.axisLabels = axisLabels
    self.idPrefix = idPrefix
    self.notes = notes
  }

  /// Whether the names stand beside the lines. Where their words are too long for a phone they do
  /// not, and belong into a list under the chart.
  package func hasDirectLabels(in frame: ChartFrame) -> Bool {
    BurnUpLayout(self, frame).hasDirectLabels
  }

  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = BurnUpLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: frame.height, labelledBy: labelledBy, describedBy: describedBy,
      class: className, slots: layout.readingSlots, layout.elements)
  }
}
