import Charts
import SeededCases
import Testing

/// Whatever the numbers are, no mark leaves its drawing.
@Suite struct PlotBoundsTests {
  @Test(arguments: [1 as UInt64, 2, 3])
  func `areas, lines and running totals stay inside`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<20 {
      let frame = random.happens(50) ? ChartFrame.wide : .narrow
      let columns = randomColumns(&random)
      let series = (0..<random.number(0...4)).map { index in
        StackedColumnChart.Series(
          name: "Opal", detail: "", colour: SeriesColour(rawValue: index),
          values: randomAmounts(&random, count: columns.count))
      }
      let pictures = [
        picture(of: series, columns, .straight, frame),
        picture(of: series, columns, .stepped, frame), lines(series, columns, frame),
        burnUp(columns, &random, frame),
      ]

      for (chart, picture) in pictures.enumerated() {
        let strays = strayPoints(in: picture, frame)
        #expect(strays == [], "seed \(seed), round \(round), chart \(chart)")
      }
    }
  }

  /// The points of paths and circles beyond the drawing, 1 px allowed for a line on its edge.
  private func strayPoints(in picture: String, _ frame: ChartFrame) -> [String] {
    let pathPoints = picture.matches(of: /[ML]([-\d.]+) ([-\d.]+)/).map { $0.output }
    let circles = picture.matches(of: /cx="([^"]*)" cy="([^"]*)"/).map { $0.output }
    return (pathPoints + circles).filter { point in
      guard let x = Double(point.1), let y = Double(point.2) else { return true }
      return x < 0 || x > frame.width + 1 || y < 0 || y > frame.height + 1
    }.map { String($0.0) }
  }
}

private func randomColumns(_ random: inout SplitMix64) -> [StackedColumnChart.Column] {
  (0..<random.number(0...40)).map { _ in
    .init(state: random.one(of: [.settled, .settled, .settled, .mayChange, .partial, .missing]))
  }
}

private func randomAmounts(_ random: inout SplitMix64, count: Int) -> [Double?] {
  let scale = random.one(of: [0, 1e-9, 1, 1e6, 1e300])
  return (0..<count).map { _ in
    random.one(of: [nil, .nan, .infinity, 0, 1, 2, 3, 5, 8, -1, -13]).map { $0 * scale }
  }
}

private func picture(
  of series: [StackedColumnChart.Series], _ columns: [StackedColumnChart.Column],
  _ edge: StackedAreaChart.Edge, _ frame: ChartFrame
) -> String {
  StackedAreaChart(
    columns: columns, series: series, edge: edge, idPrefix: "p", axisLabels: plainNumbers
  ).svg(frame, labelledBy: "t", describedBy: "s", class: "wide")
}

private func lines(
  _ series: [StackedColumnChart.Series], _ columns: [StackedColumnChart.Column],
  _ frame: ChartFrame
) -> String {
  LineChart(
    columns: columns,
    lines: series.map { .init(name: $0.name, detail: "", stroke: .now, values: $0.values) },
    idPrefix: "p", axisLabels: plainNumbers
  ).svg(frame, labelledBy: "t", describedBy: "s", class: "wide")
}

private func burnUp(
  _ columns: [StackedColumnChart.Column], _ random: inout SplitMix64, _ frame: ChartFrame
) -> String {
  func amounts(_ name: String) -> BurnUpChart.Amounts {
    .init(
      amounts: randomAmounts(&random, count: random.number(0...columns.count)),
      label: .init(name: name, amount: "€1"))
  }
  let actual = amounts("Now")
  let before = amounts("Before")
  let forecast = BurnUpChart.Forecast(
    expected: randomAmounts(&random, count: columns.count),
    low: randomAmounts(&random, count: columns.count),
    high: randomAmounts(&random, count: columns.count),
    label: .init(name: "Forecast", amount: "€2"))
  return BurnUpChart(
    columns: columns, actual: actual, before: before, forecast: forecast,
    budget: .init(
      amount: random.one(of: [-5, 0, 1e6, 1e300, .nan]), label: .init(name: "B", amount: "€3")),
    idPrefix: "p", axisLabels: plainNumbers
  ).svg(frame, labelledBy: "t", describedBy: "s", class: "wide")
}

@Sendable private func plainNumbers(_ ticks: [Double]) -> [String] {
  ticks.map { "\($0)" }
}
