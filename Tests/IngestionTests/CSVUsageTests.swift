import Testing
import UsageModel

@testable import Ingestion

@Suite struct CSVUsageTests {
  @Test func `a wide row is one point with the counts that are mapped`() throws {
    let mapping = CSVMapping(
      columns: [
        .time: "when", .user: "who", .promptTokens: "in", .completionTokens: "out",
        .cachedTokens: "cached", .cacheWriteTokens: "written", .reasoningTokens: "thought",
        .requests: "calls",
      ], constants: [.subscription: "sub-1", .feature: "chat", .model: "jade"])
    let text = """
      who,when,in,out,cached,written,thought,calls,comment
      ann,2026-10-31T23:00:00Z,10,2,3,4,1,5,x
      ann,2026-10-31T23:30:00Z,100,20,,,,,
      """

    let reading = try reading([text], as: .csv(mapping), zone: "Europe/Berlin")

    #expect(
      reading.points == [
        UsagePoint(
          series: SeriesKey(subscription: "sub-1", user: "ann", feature: "chat", model: "jade"),
          day: day("2026-11-01"), utcMonth: month("2026-10"),
          counts: TokenCounts(
            prompt: 110, completion: 22, cached: 3, cacheWrite: 4, reasoning: 1, requests: 5))
      ])
    #expect(
      reading.receipt
        == UsageReceipt(days: [
          day("2026-11-01"): DayReceipt(
            rows: 2, tokens: 140, first: moment("2026-10-31", seconds: 82_800),
            last: moment("2026-10-31", seconds: 84_600))
        ]))
  }

  @Test func `without a column for requests every row is one`() throws {
    let text = "t,n\n2026-10-31,\n2026-10-31,7\n"

    let points = try reading([text], as: .csv(prompts)).points

    #expect(points.map(\.counts) == [TokenCounts(prompt: 7, requests: 2)])
  }

  @Test func `a known metric is the same count in a wide row and in a long one`() throws {
    let wide = CSVMapping(columns: [
      .time: "t", .promptTokens: "p", .completionTokens: "c", .totalTokens: "s",
      .cachedTokens: "k", .cacheWriteTokens: "w", .reasoningTokens: "r", .requests: "n",
    ])
    let long = CSVMapping(columns: [.time: "t", .metric: "m", .tokens: "n", .requests: "q"])
    let rows = TokenMetric.allCases.enumerated().map { number, metric in
      "2026-10-31,\(metric.rawValue),\(number + 1),9\n"
    }

    let points = [
      try reading(["t,p,c,s,k,w,r,n\n2026-10-31,1,2,3,4,5,6,9\n"], as: .csv(wide)).points,
      try reading(["t,m,n,q\n" + rows.joined()], as: .csv(long)).points,
    ]

    let counts = TokenCounts(
      prompt: 1, completion: 2, total: 3, cached: 4, cacheWrite: 5, reasoning: 6, requests: 9)
    #expect(points.map { $0.map(\.counts) } == [[counts], [counts]])
  }

  @Test(arguments: [["Caf\u{E9}", "Cafe\u{301}"], ["Cafe\u{301}", "Caf\u{E9}"]])
  func `ids that are composed differently are one id in any order`(ids: [String]) throws {
    let mapping = CSVMapping(columns: [.time: "t", .subscription: "s", .promptTokens: "n"])
    let text = "t,s,n\n2026-10-31,\(ids[0]),1\n2026-10-31,\(ids[1]),2\n"

    let points = try reading([text], as: .csv(mapping)).points

    #expect(points.map(\.counts.prompt) == [3])
    #expect(points.map { Array($0.series.subscription.utf8) } == [Array("Caf\u{E9}".utf8)])
  }

  @Test func `a long row is one metric`() throws {
    let mapping = CSVMapping(columns: [
      .time: "TimeGenerated", .metric: "Name", .tokens: "Sum", .requests: "ItemCount",
      .model: "Model",
    ])
    let text = """
      TimeGenerated,Name,Sum,ItemCount,Model
      2026-11-22T00:00:00Z,Prompt Tokens,30,2,jade
      2026-11-22T00:00:00Z,Completion Tokens,5.0,2,jade
      2026-11-22T00:00:00Z,Total Tokens,35,2,jade
      2026-11-22T00:00:00Z,Prompt Audio Tokens,9,1,jade
      2026-11-22T00:00:00Z,Latency,123,1,jade
      2026-11-22T00:00:00Z,Prompt Cached Tokens,,2,jade
      """

    let reading = try reading([text], as: .csv(mapping))

    #expect(
      reading.points.map(\.counts) == [
        TokenCounts(prompt: 30, completion: 5, total: 35, requests: 2)
      ])
    #expect(reading.others.map(\.metric) == ["Prompt Audio Tokens"])
    #expect(reading.others.map(\.tokens) == [9])
    #expect(reading.others.map(\.requests) == [1])
    #expect(reading.receipt.ignoredMetrics == ["Latency": 1])
    #expect(reading.receipt.days[day("2026-11-22")]?.rows == 4)
    #expect(reading.receipt.days[day("2026-11-22")]?.tokens == 79)
  }

  @Test func `without a column for requests a long row is one on its total`() throws {
    let mapping = CSVMapping(columns: [.time: "t", .metric: "m", .tokens: "n"])
    let text = "t,m,n\n2026-10-31,Prompt Tokens,3\n2026-10-31,Total Tokens,4"

    #expect(
      try reading([text], as: .csv(mapping)).points.map(\.counts) == [
        TokenCounts(prompt: 3, total: 4, requests: 1)
      ])
  }

  @Test func `quotes, semicolons, a byte order mark and CRLF are read`() throws {
    let mapping = CSVMapping(columns: [.time: "t", .user: "a, \"b\"", .promptTokens: "n"])
    let text =
      "\u{FEFF}t;\"a, \"\"b\"\"\";n\r\n\"2026-10-31\";\"x;\"\"y\"\"\r\nz\";\"5\"\r\n2026-10-31;é;6\r\n"

    let points = try reading([text], as: .csv(mapping)).points

    #expect(points.map(\.series.user) == ["x;\"y\"\r\nz", "é"])
    #expect(points.map(\.counts.prompt) == [5, 6])
  }

  @Test func `every file has its own header`() throws {
    let texts = ["t,n\n2026-10-31,1", "n;t\n20;2026-10-31\n", "t,n"]

    #expect(try reading(texts, as: .csv(prompts)).points.map(\.counts.prompt) == [21])
  }

  @Test func `any text survives being written as CSV`() throws {
    let mapping = CSVMapping(columns: [.time: "t", .user: "u", .feature: "f"])
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(state: seed)
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 1..<12, using: &random))
          .map { _ in ["a", "\"", ",", ";", "\n", "\r\n", "é", " "].randomElement(using: &random)! }
          .joined()
      }
      let cells = texts.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }

      let points = try reading(
        ["u,t,f\n\(cells[0]),2026-10-31,\(cells[1])\n"], as: .csv(mapping)
      ).points

      #expect(points.map(\.series.user) == [texts[0]], "seed \(seed)")
      #expect(points.map(\.series.feature) == [texts[1]], "seed \(seed)")
    }
  }
}

private let prompts = CSVMapping(columns: [.time: "t", .promptTokens: "n"])
