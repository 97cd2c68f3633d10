import Charts

/// Draws stacked charts of 90 days and 12 series, each of other numbers, and prints what one takes as
/// a row of the table that `Benchmarks/run.sh` prints.
@main
struct ChartTimes {
  static func main() {
    for (name, draw) in [("stacked area", area), ("stacked columns", columns)] {
      var bytes = 0
      for seed in 0..<20 { bytes = draw(seed).utf8.count }
      let clock = ContinuousClock()
      let times = (20..<520).map { seed in
        clock.measure { bytes = max(bytes, draw(seed).utf8.count) }
      }.sorted()
      let milliseconds = times[times.count / 2] / .milliseconds(1)
      print(
        "| \(name), 90 days × 12 series | tokenbook | "
          + "\((milliseconds * 1000).rounded() / 1000) ms | \(bytes) bytes of SVG |")
    }
  }

  private static func area(_ seed: Int) -> String {
    StackedAreaChart(
      columns: days, series: series(seed), edge: .stepped, idPrefix: "chart", axisLabels: words
    ).svg(.wide, labelledBy: "title", describedBy: "table", class: "drawing")
  }

  private static func columns(_ seed: Int) -> String {
    StackedColumnChart(
      columns: days, series: series(seed), idPrefix: "chart", axisLabels: words
    ).svg(.wide, labelledBy: "title", describedBy: "table", class: "drawing")
  }

  private static let days = (0..<90).map { day in
    StackedColumnChart.Column(
      label: day % 30 == 0 ? "Month \(day / 30 + 1)" : nil, isMajorTick: day % 30 == 0,
      isWeekend: day % 7 > 4, state: day > 86 ? .mayChange : .settled)
  }

  private static func series(_ seed: Int) -> [StackedColumnChart.Series] {
    var state = UInt64(seed) &* 2_654_435_761 &+ 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    return (0..<12).map { place in
      StackedColumnChart.Series(
        name: "Team \(place)", detail: "", colour: SeriesColour(rawValue: place % 5),
        values: days.map {
          ((50_000 + 900_000 * random()) / Double(place + 1)) * ($0.isWeekend ? 0.3 : 1)
        })
    }
  }

  @Sendable private static func words(_ ticks: [Double]) -> [String] {
    ticks.map { "\(Int($0 / 1000))k" }
  }
}
