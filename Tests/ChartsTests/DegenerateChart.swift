import Charts
import Testing

/// Data that charts over time have no everyday picture for.
struct DegenerateChart: Sendable, CustomTestStringConvertible {
  let name: String
  let chart: StackedColumnChart

  init(_ name: String, _ chart: StackedColumnChart) {
    self.name = name
    self.chart = chart
  }

  var testDescription: String { name }

  static let all = [
    DegenerateChart("no-columns", plainChart([])),
    DegenerateChart("one-column", plainChart([[1_200], [700], [300]])),
    DegenerateChart("one-series", plainChart([[400, 900, 650, 1_200, 300]])),
    DegenerateChart("all-zero", plainChart([[0, 0, 0], [0, 0, 0]])),
    DegenerateChart(
      "all-missing", plainChart([[nil, nil, nil]], states: [.missing, .missing, .missing])),
    DegenerateChart("zero-beside-nothing", plainChart([[500, 0, nil, 500], [200, 0, nil, 100]])),
    DegenerateChart("huge", plainChart([[4e14, 9e14, 1e15], [1, 2, 3]])),
    DegenerateChart("tiny", plainChart([[1, 1_000_000, 2], [0.001, 500_000, 0.1]])),
    DegenerateChart("not-finite", plainChart([[.nan, .infinity, 100, 50]])),
    DegenerateChart("scattered-states", scatteredStates()),
    DegenerateChart("many-columns", manyColumns()),
    DegenerateChart("long-names", longNames()),
    DegenerateChart("hostile-names", hostileNames()),
    DegenerateChart("right-to-left", rightToLeft()),
  ]
}

private func scatteredStates() -> StackedColumnChart {
  let states: [StackedColumnChart.Column.State] = [
    .missing, .settled, .missing, .partial, .settled, .missing, .missing, .settled, .mayChange,
    .mayChange,
  ]
  return plainChart([Array(repeating: 1_980, count: 10)], states: states)
}

private func manyColumns() -> StackedColumnChart {
  let values = (0..<400).map { day in Double(500 + (day * 37) % 211) }
  return plainChart([values, values.map { $0 / 2 }])
}

private func longNames() -> StackedColumnChart {
  let words = String(repeating: "Research and Development for Conversational Assistants ", count: 4)
  return plainChart(
    [[100, 200], [100, 200], [100, 150], [100, 120], [40, 50]],
    names: [
      String(words.prefix(200)), String(repeating: "x", count: 200), "text-embedding-3-large",
      "Customer Service EMEA", "Other (12)",
    ])
}

private func hostileNames() -> StackedColumnChart {
  plainChart(
    [[100, 200], [100, 200], [100, 150], [100, 120]],
    names: [
      "<script>alert(1)</script>", #"R&D "quoted" 'n'"#, "bell\u{7} and null\u{0}",
      "over\u{202E}ride",
    ])
}

private func rightToLeft() -> StackedColumnChart {
  plainChart(
    [[100, 200], [100, 200], [100, 150]],
    names: ["خدمة العملاء", "שירות לקוחות (3)", "顧客サービス部門のチーム"])
}
