/// The parts of one column, put on top of each other from zero: positive numbers upwards in the
/// order of the series, negative ones downwards.
struct StackedColumn: Hashable, Sendable {
  struct Segment: Hashable, Sendable {
    let seriesIndex: Int
    /// The end nearer to zero.
    let start: Double
    /// The end farther from zero.
    let end: Double

    var isEmpty: Bool { start == end }
  }

  /// One per series that has a number here, in the order of the series.
  let segments: [Segment]
  /// The sum of the positive numbers.
  let highest: Double
  /// The sum of the negative numbers, at most zero.
  let lowest: Double

  /// Something was measured, and it adds up to nothing at all.
  var isMeasuredZero: Bool { !segments.isEmpty && segments.allSatisfy(\.isEmpty) }

  /// - Parameter values: One number per series; nil where the series has none. What is not finite
  ///   cannot be drawn and counts as none.
  init(values: [Double?]) {
    var segments: [Segment] = []
    var highest = 0.0
    var lowest = 0.0
    for (seriesIndex, value) in values.enumerated() {
      guard let value, value.isFinite else { continue }
      if value < 0 {
        let end = max(lowest + value, -.greatestFiniteMagnitude)
        segments.append(Segment(seriesIndex: seriesIndex, start: lowest, end: end))
        lowest = end
      } else {
        let end = min(highest + value, .greatestFiniteMagnitude)
        segments.append(Segment(seriesIndex: seriesIndex, start: highest, end: end))
        highest = end
      }
    }
    self.segments = segments
    self.highest = highest
    self.lowest = lowest
  }
}

/// One stack per column, empty where nothing has arrived.
func stackedColumns(
  _ columns: [StackedColumnChart.Column], _ series: [StackedColumnChart.Series]
) -> [StackedColumn] {
  columns.indices.map { index in
    guard columns[index].state != .missing else { return StackedColumn(values: []) }
    return StackedColumn(
      values: series.map { $0.values.indices.contains(index) ? $0.values[index] : nil })
  }
}
