import Testing
import UsageModel

@testable import Ingestion

@Suite struct AzureMonitorExportTests {
  @Test func `the metrics of a request become one point`() throws {
    let dimensions =
      #""Properties":{"Subscription ID":"hr","User ID":"u1","API ID":"chat","Model":"jade"}"#
    let lines = [
      #"{"TimeGenerated":"2026-11-22T09:14:00.0000000Z","Name":"Prompt Tokens","Sum":1250.0,\#(dimensions),"ItemCount":4}"#,
      #"{"Name":"Completion Tokens","Sum":80,"TimeGenerated":"2026-11-22T09:15:00Z",\#(dimensions)}"#,
      #"{\#(dimensions),"TimeGenerated":"2026-11-22T09:13:59.5Z","Name":"Total Tokens","Sum":1.33E3,"ItemCount":4,"Type":"AppMetrics"}"#,
      "  ",
      #"{"TimeGenerated":"2026-11-22T09:14:00Z","Name":"Prompt Cached Tokens","Sum":1000,\#(dimensions)}"#,
      #"{"TimeGenerated":"2026-11-22T09:14:00Z","Name":"Completion Reasoning Tokens","Sum":0,\#(dimensions)}"#,
    ]

    let reading = try reading([lines.joined(separator: "\n")])

    #expect(
      reading.points == [
        UsagePoint(
          series: SeriesKey(subscription: "hr", user: "u1", feature: "chat", model: "jade"),
          day: day("2026-11-22"), utcMonth: month("2026-11"),
          counts: TokenCounts(
            prompt: 1250, completion: 80, total: 1330, cached: 1000, reasoning: 0, requests: 4))
      ])
    #expect(
      reading.receipt
        == UsageReceipt(days: [
          day("2026-11-22"): DayReceipt(
            rows: 5, tokens: 3660,
            first: Timestamp(ticks: moment("2026-11-22", seconds: 33_239).ticks + 5_000_000),
            last: moment("2026-11-22", seconds: 33_300))
        ]))
  }

  @Test func `an absent, null or empty dimension is unknown`() throws {
    let reading = try reading([
      record(#""Properties":{"Subscription ID":null,"User ID":"","API ID":"chat"}"#),
      record(#""Properties":null"#), record(#""Min":1"#), record(#""Properties":"""#),
    ])

    let chat = SeriesKey(
      subscription: "unknown", user: "unknown", feature: "chat", model: "unknown")
    let nothing = SeriesKey(
      subscription: "unknown", user: "unknown", feature: "unknown", model: "unknown")
    #expect(reading.points.map(\.series) == [chat, nothing])
    #expect(reading.points.map(\.counts.prompt) == [1, 3])
  }

  @Test func `names of dimensions are case-sensitive and come from the mapping`() throws {
    let format = SourceFormat.azureMonitorExport(
      DimensionMapping(subscription: "team", user: "team", feature: nil, model: "Ä\"x"))
    let properties =
      #""Properties":{"Team":"no","team":"yes","TEAM":"no","Model":"no","\u00c4\"x":"jade"}"#

    let reading = try reading([record(properties)], as: format)

    #expect(
      reading.points.map(\.series) == [
        SeriesKey(subscription: "yes", user: "yes", feature: "unknown", model: "jade")
      ])
  }

  @Test func `texts are unescaped, numbers stay as written`() throws {
    let properties =
      #""Properties":{"Subscription ID":"R\u0026D \"é\" \ud83d\ude00","User ID":42,"API ID":true}"#

    let series = try reading([record(properties)]).points.map(\.series)

    #expect(
      series == [
        SeriesKey(subscription: "R&D \"é\" 😀", user: "42", feature: "true", model: "unknown")
      ])
  }

  @Test func `properties may be a string that holds an object`() throws {
    let reading = try reading([
      record(#""Properties":"{\"Subscription ID\":\"a\\u00e9\",\"Model\":\"jade\"}""#),
      record(#""Properties":{"Subscription ID":"aé","Model":"jade"}"#),
    ])

    #expect(reading.points.map(\.series.subscription) == ["aé"])
    #expect(reading.points.map(\.counts.prompt) == [2])
  }

  @Test func `another metric in tokens is kept, one in anything else is counted`() throws {
    let lines = [
      record(name: "Prompt Audio Tokens", #""ItemCount":2"#),
      record(name: "Prompt Audio Tokens", #""Properties":{}"#),
      record(name: "prompt tokens", #""a":1"#), record(name: "HeartbeatState", #""Min":0.5"#),
      #"{"Name":"HeartbeatState","Sum":0.5}"#,
    ]

    let reading = try reading([lines.joined(separator: "\n")])

    let nobody = SeriesKey(
      subscription: "unknown", user: "unknown", feature: "unknown", model: "unknown")
    #expect(reading.points == [])
    #expect(
      reading.others == [
        OtherPoint(
          series: nobody, day: day("2026-11-22"), utcMonth: month("2026-11"),
          metric: "Prompt Audio Tokens", tokens: 2, requests: 2)
      ])
    #expect(
      reading.receipt
        == UsageReceipt(
          days: [
            day("2026-11-22"): DayReceipt(
              rows: 0, tokens: 2, first: moment("2026-11-22"), last: moment("2026-11-22"))
          ],
          ignoredMetrics: ["HeartbeatState": 2, "prompt tokens": 1]))
  }

  @Test func `without an item count the requests are not known`() throws {
    let reading = try reading([
      record(name: "Total Tokens", #""ItemCount":null"#), record(name: "Prompt Tokens", #""a":1"#),
    ])

    #expect(reading.points.map(\.counts) == [TokenCounts(prompt: 1, total: 1)])
  }

  @Test func `an empty file is no usage`() throws {
    #expect(try reading(["", "\n \n"]).receipt == UsageReceipt())
  }

  private func record(name: String = "Prompt Tokens", _ rest: String) -> String {
    #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"\#(name)","Sum":1,\#(rest)}"#
  }
}
