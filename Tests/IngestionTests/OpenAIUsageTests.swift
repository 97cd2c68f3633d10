import Testing
import UsageModel

@testable import Ingestion

/// Tests/Fixtures/UsageReports/openai-usage-1.json and -2.json: three days, of which two have usage.
@Suite struct OpenAIUsageTests {
  private let format = SourceFormat.openAIUsage(ReportMapping())

  @Test func `input includes cached tokens, and a bucket of a day is a UTC day`() throws {
    let pages = try ["openai-usage-1.json", "openai-usage-2.json"].map(report)

    let reading = try reading(pages, as: format, zone: "America/New_York")

    #expect(
      reading.points == [
        // 1,000 input tokens, of which 800 were read from the cache: 200 are not cached.
        point(
          "2026-11-22", subscription: "proj_hr",
          TokenCounts(prompt: 1000, completion: 500, cached: 800, requests: 5)),
        // input_cached_tokens is null: not known, which is not zero.
        point(
          "2026-11-22", subscription: "unknown", user: "user-7",
          TokenCounts(prompt: 300, completion: 20, requests: 2)),
        point(
          "2026-11-24", subscription: "proj_hr",
          TokenCounts(prompt: 70, completion: 30, cached: 0, requests: 1)),
      ])
  }

  @Test func `an empty bucket is a day without usage, and a repeated result counts once`() throws {
    let pages = try ["openai-usage-1.json", "openai-usage-2.json"].map(report)

    let receipt = try reading(pages, as: format).receipt

    #expect(
      receipt
        == UsageReceipt(
          days: [
            // 1000 + 500 + 800 + 300 + 20
            day("2026-11-22"): midnight("2026-11-22", rows: 2, tokens: 2620),
            day("2026-11-23"): midnight("2026-11-23", rows: 0, tokens: 0),
            // 70 + 30 + 0
            day("2026-11-24"): midnight("2026-11-24", rows: 1, tokens: 100),
          ],
          ignoredMetrics: ["organization.usage.images.result": 1], repeatedItems: 1))
  }

  @Test func `dimensions can be mapped to other members`() throws {
    var mapping = ReportMapping()
    mapping.dimensions.subscription = "user_id"
    mapping.dimensions.feature = "project_id"

    let reading = try reading([report("openai-usage-1.json")], as: .openAIUsage(mapping))

    #expect(
      reading.points.map(\.series) == [
        SeriesKey(
          subscription: "unknown", user: "unknown", feature: "proj_hr", model: "gpt-5-mini"),
        SeriesKey(
          subscription: "user-7", user: "user-7", feature: "unknown", model: "gpt-5-mini"),
      ])
  }

  @Test(arguments: [
    ("Europe/Berlin", false, ["2026-11-22", "2026-11-23"]),
    ("Europe/Berlin", true, ["2026-11-22", "2026-11-22"]),
    // 22:00 UTC is 03:30 there: an hour belongs to the day that it begins in.
    ("Asia/Kolkata", false, ["2026-11-23", "2026-11-23"]),
  ])
  func `an hour counts for the day it begins in`(
    zone: String, daysAreUTC: Bool, days: [String]
  ) throws {
    let page = #"""
      {"data":[
        {"start_time":1795384800,"end_time":1795388400,"results":[{"input_tokens":1,"model":"a"}]},
        {"start_time":1795388400,"end_time":1795392000,"results":[{"input_tokens":2,"model":"b"}]}
      ]}
      """#

    let points = try reading(
      [page], as: .openAIUsage(ReportMapping(daysAreUTC: daysAreUTC)), zone: zone
    ).points

    #expect(points.map(\.day) == days.map(day))
  }

  @Test func `several documents and lists of them are read from one file`() throws {
    let page = { (input: Int) in
      #"{"data":[{"start_time":1795305600,"end_time":1795392000,"results":[{"input_tokens":\#(input),"project_id":"p\#(input)"}]}]}"#
    }

    let points = try reading(
      ["\(page(1))\n\n[\(page(2)),\n\(page(4))]\n"], as: format
    ).points

    #expect(points.map(\.counts.prompt) == [1, 2, 4])
  }
}

private func point(
  _ dayText: String, subscription: String, user: String = "unknown", _ counts: TokenCounts
) -> UsagePoint {
  UsagePoint(
    series: SeriesKey(
      subscription: subscription, user: user, feature: "unknown", model: "gpt-5-mini"),
    day: day(dayText), utcMonth: month("2026-11"), counts: counts)
}

private func midnight(_ day: String, rows: Int64, tokens: Int64) -> DayReceipt {
  DayReceipt(rows: rows, tokens: tokens, first: moment(day), last: moment(day))
}
