/// The measures of one drawing, in pixels. Every chart is drawn twice: for a column of text and for
/// a phone, where its names stand as a list under it.
package struct ChartFrame: Hashable, Sendable {
  /// Tells the two drawings of a chart apart in ids.
  package let name: String
  package let width: Double
  package let height: Double
  /// Whether names stand beside the marks.
  package let hasDirectLabels: Bool
  let plotLeft: Double
  let plotRight: Double
  let above: Double
  let below: Double
  /// How much of its slot a column fills.
  let columnShare: Double
  /// The paper between two segments of a stack.
  let segmentGap: Double

  var plotBottom: Double { height - below }

  /// From left to right. A chart without names beside its marks has the whole width. Long axis
  /// numbers move the marks to the right, but leave them most of the plot.
  func plot(hasLabels: Bool, axisLabelWidth: Double) -> ClosedRange<Double> {
    let right = hasDirectLabels && hasLabels ? plotRight : width
    return min(max(plotLeft, axisLabelWidth), right * 0.4)...right
  }

  package static let wide = days(
    name: "wide", width: 672, height: 316, hasDirectLabels: true, plotLeft: 46, plotRight: 514,
    columnShare: 0.74, segmentGap: 1.5)
  package static let narrow = days(
    name: "narrow", width: 282, height: 216, hasDirectLabels: false, plotLeft: 34, plotRight: 282,
    columnShare: 0.72, segmentGap: 1.25)
  package static let wideMonths = wide.forMonths(height: 272)
  package static let narrowMonths = narrow.forMonths(height: 212)
  /// For a running total, whose few short names stand beside the lines on a phone too.
  package static let wideRunningTotal = wide.forRunningTotal(
    height: 268, plotLeft: 46, plotRight: 514)
  package static let narrowRunningTotal = narrow.forRunningTotal(
    height: 212, plotLeft: 30, plotRight: 216)

  private static func days(
    name: String, width: Double, height: Double, hasDirectLabels: Bool, plotLeft: Double,
    plotRight: Double, columnShare: Double, segmentGap: Double
  ) -> ChartFrame {
    ChartFrame(
      name: name, width: width, height: height, hasDirectLabels: hasDirectLabels,
      plotLeft: plotLeft, plotRight: plotRight, above: 26, below: 40, columnShare: columnShare,
      segmentGap: segmentGap)
  }

  /// The same width for few, broad columns with two-line labels.
  private func forMonths(height: Double) -> ChartFrame {
    ChartFrame(
      name: name, width: width, height: height, hasDirectLabels: hasDirectLabels,
      plotLeft: plotLeft, plotRight: plotRight, above: above, below: 42, columnShare: 0.62,
      segmentGap: segmentGap)
  }

  private func forRunningTotal(height: Double, plotLeft: Double, plotRight: Double) -> ChartFrame {
    ChartFrame(
      name: name, width: width, height: height, hasDirectLabels: true, plotLeft: plotLeft,
      plotRight: plotRight, above: above, below: below, columnShare: columnShare,
      segmentGap: segmentGap)
  }
}
