/// A month a row, a day a cell: which days are there. The normal is pale, the missing day is solid.
package struct CalendarHeatmap: Sendable {
  package enum DayState: Hashable, Sendable, CaseIterable {
    case received
    /// Received, may still change.
    case open
    /// Some of what belongs to it has not arrived.
    case partial
    case missing
    /// Nothing is expected: before the first day or after the last.
    case none
  }

  package struct Month: Hashable, Sendable {
    package let label: String
    /// From the first of the month.
    package let days: [DayState]
    /// How many days are there, as text.
    package let count: String
    /// Fewer than expected; the count is then bold.
    package let isShort: Bool

    package init(label: String, days: [DayState], count: String, isShort: Bool) {
      self.label = label
      self.days = days
      self.count = count
      self.isShort = isShort
    }
  }

  /// What a state is called in the line above the calendar.
  package struct KeyEntry: Hashable, Sendable {
    package let state: DayState
    package let text: String

    package init(_ state: DayState, _ text: String) {
      self.state = state
      self.text = text
    }
  }

  package let months: [Month]
  package let key: [KeyEntry]
  /// Unique on the page.
  package let idPrefix: String
  /// What stands in place of a calendar without months.
  package let emptyNote: String

  package init(
    months: [Month], key: [KeyEntry], idPrefix: String, emptyNote: String = "no data"
  ) {
    self.months = months
    self.key = key
    self.idPrefix = idPrefix
    self.emptyNote = emptyNote
  }

  /// The drawing is as high as its months need; `frame` gives the width.
  package func svg(
    _ frame: ChartFrame, labelledBy: String, describedBy: String, class className: String
  ) -> String {
    let layout = CalendarHeatmapLayout(self, frame)
    return svgDrawing(
      width: frame.width, height: layout.height, labelledBy: labelledBy,
      describedBy: describedBy, class: className, layout.elements)
  }
}
