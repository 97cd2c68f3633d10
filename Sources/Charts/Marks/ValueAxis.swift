/// The horizontal lines of a plot with the numbers they stand for, from zero.
struct ValueAxis {
  /// From the lowest to the highest.
  let ticks: [Double]
  /// One text per tick; the highest carries the unit.
  let labels: [String]

  init(from lowest: Double, to highest: Double, labels texts: (_ ticks: [Double]) -> [String]) {
    ticks = axisTicks(from: lowest, to: highest)
    labels = texts(ticks)
  }

  /// The room the labels need beside the columns. The top one stands above the plot.
  var labelWidth: Double {
    labels.dropLast().map { TextStyle.plain.width(of: $0) }.max() ?? 0
  }

  /// Where the top label ends, which shares the space above the plot with the notes.
  var topLabelEnd: Double {
    TextStyle.plain.width(of: labels.last ?? "")
  }

  /// Numbers to pixels; without any extent zero stands on the bottom line.
  func scale(top: Double, bottom: Double) -> LinearScale {
    let highest = ticks.last ?? 0
    let lowest = ticks.first ?? 0
    return LinearScale(
      from: lowest, highest > lowest ? highest : lowest + 1, toPixels: bottom, top)
  }

  /// The lines run from the text edge, so that the chart stands on it without a vertical axis.
  func gridlines(y: LinearScale, to right: Double) -> [SVGElement] {
    ticks.filter { $0 != 0 }.map { horizontalLine(class: "gridline", from: 0, to: right, y: y($0)) }
  }

  /// Each number stands 5 px above its line.
  func labelMarks(y: LinearScale) -> [SVGElement] {
    zip(ticks, labels).map { tick, label in
      textMark(label, class: "axis-label", x: 0, y: y(tick).rounded(.down) - 5)
    }
  }
}
