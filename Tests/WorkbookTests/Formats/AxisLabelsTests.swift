import Testing
import Workbook

@Suite struct AxisLabelsTests {
  let formatter = ValueFormatter(currency: "EUR")

  @Test(
    arguments: [
      (.money, [0, 1e12, 2e12, 3e12], ["0", "1,000", "2,000", "€3,000"]),
      (.money, [0, 0.5e9, 1e9, 1.5e9], ["0", "0.5", "1.0", "€1.5"]),
      (.money, [0, 10e12, 20e12], ["0", "10k", "€20k"]),
      (.money, [0], ["0"]),
      (.compact, [0, 500_000, 1_000_000], ["0", "0.5M", "1.0M"]),
      (.tokens, [0, 2_000, 4_000], ["0", "2,000", "4,000"]),
      (.compact, [0, 20e9, 40e9], ["0", "20bn", "40bn"]),
      (.percent, [0, 0.1, 0.2, 0.3], ["0", "10", "20", "30\u{A0}%"]),
      (.percent, [0, 0.005, 0.01], ["0", "0.5", "1.0\u{A0}%"]),
      (.change, [-2e12, 0, 2e12], ["\u{2212}2,000", "0", "2,000"]),
      (.compact, [], []),
    ] as [(ValueFormat, [Double], [String])])
  func `one axis has one unit`(format: ValueFormat, ticks: [Double], labels: [String]) {
    #expect(formatter.axisLabels(of: ticks, as: format) == labels)
  }
}
