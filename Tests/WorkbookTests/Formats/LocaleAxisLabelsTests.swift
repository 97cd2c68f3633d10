import Testing

@testable import Workbook

@Suite struct LocaleAxisLabelsTests {
  @Test(arguments: [
    (
      "en-GB", ["0", "10k", "€20k"], ["0", "0.5", "€1.0"], ["0", "2,000"], ["0", "0.5", "1.0_%"]
    ),
    (
      "en-US", ["0", "10K", "€20K"], ["0", "0.5", "€1.0"], ["0", "2,000"], ["0", "0.5", "1.0_%"]
    ),
    (
      "de", ["0", "10_Tsd.", "20_Tsd._€"], ["0", "0,5", "1,0_€"], ["0", "2.000"],
      ["0", "0,5", "1,0_%"]
    ),
    (
      "de-AT", ["0", "10_Tsd.", "€_20_Tsd."], ["0", "0,5", "€_1,0"], ["0", "2_000"],
      ["0", "0,5", "1,0_%"]
    ),
    (
      "de-CH", ["0", "10_Tsd.", "€_20_Tsd."], ["0", "0.5", "€_1.0"], ["0", "2’000"],
      ["0", "0.5", "1.0_%"]
    ),
    (
      "fr", ["0", "10_k", "20_k_€"], ["0", "0,5", "1,0_€"], ["0", "2^000"], ["0", "0,5", "1,0_%"]
    ),
    (
      "fr-CH", ["0", "10_k", "20_k_€"], ["0", "0.5", "1.0_€"], ["0", "2^000"],
      ["0", "0,5", "1,0_%"]
    ),
  ])
  func `an axis is written in the locale`(
    name: String, thousands: [String], fractions: [String], tokens: [String], percents: [String]
  ) throws {
    let locale = try #require(LocaleNotation.named(name))
    let formatter = ValueFormatter(currency: "EUR", locale: locale)
    func labels(_ ticks: [Double], _ format: ValueFormat) -> [String] {
      formatter.axisLabels(of: ticks, as: format).map(visible)
    }

    #expect(labels([0, 10e12, 20e12], .money) == thousands)
    #expect(labels([0, 0.5e9, 1e9], .money) == fractions)
    #expect(labels([0, 2_000], .tokens) == tokens)
    #expect(labels([0, 0.005, 0.01], .percent) == percents)
  }

  @Test(arguments: [
    ("en-GB", "~2,000", "2,000"), ("de", "~2.000", "2.000"), ("de-CH", "~2’000", "2’000"),
    ("fr", "~2^000", "2^000"),
  ])
  func `a change below zero has a minus`(name: String, low: String, high: String) throws {
    let locale = try #require(LocaleNotation.named(name))
    let formatter = ValueFormatter(currency: "EUR", locale: locale)

    #expect(
      formatter.axisLabels(of: [-2e12, 0, 2e12], as: .change).map(visible) == [low, "0", high])
  }
}
