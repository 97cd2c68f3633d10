/// Horizontal bars against budgets, one per name, on one scale of shares: all frames are equally
/// long, because the question is how much of each budget is used.
///
/// A budget that is used up shows by its shape: the bar leaves its frame at the right, as high as the
/// frame. Beyond twice the budget it ends in a point. After 40 rows the drawing says how many it
/// leaves to the table.
package struct BulletChart: Sendable {
  package struct Row: Hashable, Sendable {
    package let name: String
    /// At the right, such as `72 %`.
    package let text: String
    /// Nil where it is not known, which is not zero.
    package let used: Double?
    /// In the unit of `used`; nil where there is none.
    package let budget: Double?

    package init(name: String, text: String, used: Double?, budget: Double?) {
      self.name = name
      self.text = text
      self.used = used
      self.budget = budget
    }
  }

  /// The words in place of a frame.
  package struct Notes: Hashable, Sendable {
    package var noBudget = "no budget"
    package var unknown = "not known"
    /// After the number of rows left out: `4 more`.
    package var more = "more"
    /// In place of a chart without rows.
    package var empty = "no data"

    package init() {}
  }

  static let maximumRows = 40

  /// From top to bottom.
  package let rows: [Row]
  /// How much of the budgets' period is over, from 0 to 1. Nil draws no ticks.
  package let pace: Double?
  package let notes: Notes

  package init(rows: [Row], pace: Double?, notes: Notes = Notes()) {
    self.rows = rows
    self.pace = pace
    self.notes = notes
  }

  /// The chart is as high as its rows need; `frame` gives the width.
  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = BulletLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: layout.height, labelledBy: labelledBy,
      describedBy: describedBy, class: className, slots: layout.readingSlots, layout.elements)
  }
}
