/// The amounts of a waterfall chart as stretches between running totals.
struct Waterfall {
  enum Meaning: Hashable {
    case end, more, less
    /// The amount is not known; the running total stays where it is.
    case unknown
  }

  struct Bar: Hashable {
    let entry: WaterfallChart.Entry
    let meaning: Meaning
    /// The running total before it; zero for an end.
    let start: Double
    /// The running total after it.
    let end: Double
  }

  /// More would be no picture; the amounts behind the last are drawn as one.
  static let maximumSteps = 40

  let bars: [Bar]
  /// Whether each entry of the chart has a bar of its own.
  let isComplete: Bool

  init(_ chart: WaterfallChart) {
    let steps = Self.drawnSteps(of: chart)
    isComplete = chart.steps.count <= Self.maximumSteps
    var bars = [Self.endBar(chart.start)]
    for step in steps {
      let start = bars[bars.count - 1].end
      guard let change = step.value, change.isFinite else {
        bars.append(Bar(entry: step, meaning: .unknown, start: start, end: start))
        continue
      }
      bars.append(
        Bar(
          entry: step, meaning: change > 0 ? .more : .less, start: start,
          end: inRange(start + change)))
    }
    self.bars = bars + [Self.endBar(chart.end)]
  }

  private static func endBar(_ entry: WaterfallChart.Entry) -> Bar {
    guard let value = entry.value, value.isFinite else {
      return Bar(entry: entry, meaning: .unknown, start: 0, end: 0)
    }
    return Bar(entry: entry, meaning: .end, start: 0, end: value)
  }

  private static func drawnSteps(of chart: WaterfallChart) -> [WaterfallChart.Entry] {
    guard chart.steps.count > maximumSteps else { return chart.steps }
    let folded = chart.steps.dropFirst(maximumSteps)
    let sum = folded.compactMap(\.value).filter(\.isFinite).reduce(0) { inRange($0 + $1) }
    return chart.steps.prefix(maximumSteps) + [
      WaterfallChart.Entry(label: "\(folded.count) \(chart.moreNote)", text: "", value: sum)
    ]
  }

  /// All running totals, and zero, on which the ends stand.
  var extent: ClosedRange<Double> {
    let levels = [0] + bars.map(\.start) + bars.map(\.end)
    return (levels.min() ?? 0)...(levels.max() ?? 0)
  }
}

/// Sums of finite numbers need not be finite.
private func inRange(_ sum: Double) -> Double {
  min(max(sum, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
}
