import CSimdjson
import Testing
import UsageModel

@testable import Ingestion

/// Tests/Fixtures/UsageReports/otlp-delta.jsonl and otlp-cumulative.jsonl.
@Suite struct OTLPMetricsTests {
  @Test func `sums are tokens, and calls count once`() throws {
    var dimensions = DimensionMapping.none
    dimensions.subscription = "team"
    dimensions.user = "user.number"

    let reading = try reading([report("otlp-delta.jsonl")], as: .openTelemetry(dimensions))

    #expect(
      reading.points == [
        // 1,250 in and 80 out of the same 4 calls.
        point(
          "2026-11-23", model: "gpt-5-mini",
          TokenCounts(prompt: 1250, completion: 80, requests: 4)),
        point(
          "2026-11-23", subscription: "hr", user: "7", model: "gpt-5-mini-2026",
          TokenCounts(prompt: 50, requests: 1)),
      ])
    #expect(
      reading.others.map { "\($0.metric): \($0.tokens)" } == [
        "gen_ai.token.type cache_read Tokens: 30"
      ])
    #expect(
      reading.receipt
        == UsageReceipt(
          days: [
            day("2026-11-23"): DayReceipt(
              // 1250 + 80 + 50 and 30 of another type, which is no row.
              rows: 3, tokens: 1410, first: moment("2026-11-23"),
              last: moment("2026-11-23", seconds: 60))
          ], ignoredMetrics: ["gen_ai.client.operation.duration": 1]))
  }

  @Test func `a cumulative sum counts by its differences, on the day each begins`() throws {
    let reading = try reading([report("otlp-cumulative.jsonl")], as: .openTelemetry(.none))

    #expect(
      reading.points == [
        // 100 since the start, 450 − 100, and 500 − 450 of an interval that began at 23:59:30.
        point("2026-11-22", model: "gpt-5-mini", TokenCounts(prompt: 500, requests: 6)),
        // 700 − 500, and 40 since a new start.
        point("2026-11-23", model: "gpt-5-mini", TokenCounts(prompt: 240, requests: 4)),
      ])
    #expect(reading.receipt.doubts == [:])
  }

  @Test func `of a cumulative sum that began days before only differences count`() throws {
    let lines = [
      cumulative(start: "1795000000000000000", time: "1795392000000000000", sum: "9000"),
      cumulative(start: "1795000000000000000", time: "1795392060000000000", sum: "9010"),
      // Late and repeated points are in the later ones already.
      cumulative(start: "1795000000000000000", time: "1795392030000000000", sum: "9005"),
      cumulative(start: "1795000000000000000", time: "1795392060000000000", sum: "9010"),
    ]

    let reading = try reading([lines.joined(separator: "\n")], as: .openTelemetry(.none))

    #expect(reading.points.map(\.counts.prompt) == [10])
    #expect(reading.receipt.doubts == [.cumulativeWithoutStart: 1])
  }

  @Test func `without a start, a falling sum has begun again`() throws {
    let lines = [
      cumulative(start: "0", time: "1795392000000000000", sum: "70"),
      cumulative(start: "0", time: "1795392060000000000", sum: "100"),
      cumulative(start: "0", time: "1795392120000000000", sum: "5"),
    ]

    let reading = try reading([lines.joined(separator: "\n")], as: .openTelemetry(.none))

    // 100 − 70, and 5 since the new beginning.
    #expect(reading.points.map(\.counts.prompt) == [35])
  }

  @Test(arguments: [
    (
      #"{"resourceSpans":[]}"#,
      """
      this line has no resourceMetrics
          → 1.txt:1
            {"resourceSpans":[]}
        fix: give files of the source's kind only
      """
    ),
    (
      delta(#""timeUnixNano":"1795392000000000000","count":"2""#),
      """
      a data point has no sum
          → 1.txt:1
            {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.us…
        fix: have the producer record sums: without them tokens are not known
      """
    ),
    (
      delta(#""timeUnixNano":"1795392000000000000","count":"2","sum":1.5"#),
      """
      sum is '1.5', which is not a whole number
          → 1.txt:1
            {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.us…
        fix: write a whole number, such as 1250 or 1250.0
      """
    ),
    (
      delta(#""count":"2","sum":1"#),
      """
      a data point has no timeUnixNano
          → 1.txt:1
            {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.us…
        fix: fetch or export the file again, as it was sent
      """
    ),
    (
      cumulative(start: "7", time: "1795392000000000000", sum: "9") + "\n"
        + cumulative(start: "7", time: "1795392060000000000", sum: "8"),
      """
      a cumulative sum falls from 9 to 8 with the same startTimeUnixNano
          → 1.txt:2
            {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.us…
        fix: have the producer send a new startTimeUnixNano when it starts again
      """
    ),
    (
      delta(#""timeUnixNano":"1795392000000000000","sum":1"#)
        .replacing(#"Temporality":1"#, with: #"Temporality":0"#),
      """
      aggregationTemporality is '0', not 1 (delta) or 2 (cumulative)
          → 1.txt:1
            {"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.us…
        fix: have the producer send delta or cumulative sums
      """
    ),
  ])
  func `what is wrong is named`(text: String, told: String) {
    #expect(message(Array(text.utf8), as: .openTelemetry(.none)) == told)
  }

  @Test func `a point that says nothing was recorded is no point`() throws {
    let point = delta(#""timeUnixNano":"1795392000000000000","flags":1"#)

    #expect(try reading([point], as: .openTelemetry(.none)).receipt == UsageReceipt())
  }

  @Test func `series beyond the limit are refused, not forgotten`() throws {
    var streams = CumulativeStreams(most: 1)
    let calendar = try calendar("UTC")
    let point = OTLPPoint(
      attributes: JSONElement(), start: nil, time: moment("2026-11-23"), tokens: 1, calls: 1)
    _ = try streams.step(of: point, in: 1, calendar: calendar)

    #expect(throws: RecordProblem.report(.tooManyStreams(most: 1))) {
      try streams.step(of: point, in: 2, calendar: calendar)
    }
  }
}

private func delta(_ members: String) -> String {
  #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"gen_ai.client.token.usage","histogram":{"aggregationTemporality":1,"dataPoints":[{"attributes":[{"key":"gen_ai.token.type","value":{"stringValue":"input"}}],\#(members)}]}}]}]}]}"#
}

private func cumulative(start: String, time: String, sum: String) -> String {
  delta(
    #""startTimeUnixNano":"\#(start)","timeUnixNano":"\#(time)","count":"\#(sum)","sum":\#(sum)"#
  )
  .replacing(#"Temporality":1"#, with: #"Temporality":2"#)
}

private func point(
  _ dayText: String, subscription: String = "unknown", user: String = "unknown", model: String,
  _ counts: TokenCounts
) -> UsagePoint {
  UsagePoint(
    series: SeriesKey(
      subscription: subscription, user: user, feature: "gw", model: model),
    day: day(dayText), utcMonth: month("2026-11"), counts: counts)
}
