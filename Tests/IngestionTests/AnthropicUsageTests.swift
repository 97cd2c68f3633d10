import Testing
import UsageModel

@testable import Ingestion

/// Tests/Fixtures/UsageReports/anthropic-usage.json and anthropic-usage-hourly.json.
@Suite struct AnthropicUsageTests {
  private let format = SourceFormat.anthropicUsage(ReportMapping())

  @Test func `input, cache reads and cache writes lie beside each other`() throws {
    let reading = try reading(
      [report("anthropic-usage.json")], as: format, zone: "America/New_York")

    #expect(
      reading.points == [
        UsagePoint(
          series: series("wrkspc_hr"), day: day("2026-11-22"), utcMonth: month("2026-11"),
          // Written to the cache: 1,000 for an hour + 500 for five minutes.
          counts: TokenCounts(prompt: 1500, completion: 500, cached: 200, cacheWrite: 1500)),
        UsagePoint(
          series: series("unknown"), day: day("2026-11-22"), utcMonth: month("2026-11"),
          counts: TokenCounts(prompt: 40, completion: 6, cached: 0, cacheWrite: 0)),
      ])
    #expect(
      reading.receipt
        == UsageReceipt(days: [
          day("2026-11-22"): DayReceipt(
            // 1500 + 500 + 200 + 1500 and 40 + 6
            rows: 2, tokens: 3746, first: moment("2026-11-22"), last: moment("2026-11-22"))
        ]))
  }

  @Test func `hours are put into local days, and null is unknown`() throws {
    let points = try reading(
      [report("anthropic-usage-hourly.json")], as: format, zone: "Europe/Berlin"
    ).points

    #expect(points.map(\.day) == [day("2026-11-22"), day("2026-11-23")])
    #expect(
      points.map(\.counts) == [
        TokenCounts(prompt: 10, completion: 1), TokenCounts(prompt: 20, completion: 2),
      ])
  }
}

private func series(_ subscription: String) -> SeriesKey {
  SeriesKey(
    subscription: subscription, user: "unknown", feature: "unknown", model: "claude-opus-4-7")
}
