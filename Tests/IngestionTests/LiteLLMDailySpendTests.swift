import Testing
import UsageModel

@testable import Ingestion

/// Tests/Fixtures/UsageReports/litellm-daily-team-spend.csv: two UTC days of two teams.
@Suite struct LiteLLMDailySpendTests {
  @Test func `prompt tokens include what was read from and written to the cache`() throws {
    let reading = try reading(
      [report("litellm-daily-team-spend.csv")], as: .liteLLMDailySpend(LiteLLMMapping()),
      zone: "America/New_York")

    #expect(
      reading.points == [
        // 1,000 prompt tokens: 600 read, 150 written, 250 neither. Reads stay inside the prompt.
        point(
          "2026-11-22", "hr", "claude-sonnet-4-5",
          TokenCounts(prompt: 850, completion: 100, cached: 600, cacheWrite: 150, requests: 4)),
        point(
          "2026-11-22", "hr", "gpt-5-mini",
          TokenCounts(prompt: 500, completion: 50, cached: 0, cacheWrite: 0, requests: 2)),
        // 90 read + 30 written are more than 100: the prompt was without them.
        point(
          "2026-11-23", "web", "claude-sonnet-4-5",
          TokenCounts(prompt: 70, completion: 10, cached: 90, cacheWrite: 30, requests: 1)),
        point("2026-11-23", "unknown", "unknown", TokenCounts(prompt: 7, requests: 1)),
      ])
    #expect(reading.receipt.doubts == [.cacheExceedsPrompt: 1])
    #expect(
      reading.receipt.days[day("2026-11-22")]
        == DayReceipt(
          // 850 + 100 + 600 + 150 and 500 + 50
          rows: 2, tokens: 2250, first: moment("2026-11-22"), last: moment("2026-11-22")))
  }

  @Test func `a prompt that is without cached tokens stays as it is`() throws {
    let reading = try reading(
      [report("litellm-daily-team-spend.csv")],
      as: .liteLLMDailySpend(LiteLLMMapping(isCacheBeside: true)))

    #expect(reading.points.map(\.counts.prompt) == [1000, 500, 100, 7])
    #expect(reading.receipt.doubts == [:])
  }

  @Test(arguments: [
    ("user_id,api_key", "k", "ann"), ("organization_id,end_user_id", "ann", "k"),
    ("organization_id,user_id,team_id", "t", "k"),
  ])
  func `the payer is the narrowest that the table has`(
    columns: String, subscription: String, user: String
  ) throws {
    let cells =
      columns == "user_id,api_key" || columns.hasPrefix("organization_id,end") ? "ann,k" : "o,k,t"
    let text = "date,\(columns),prompt_tokens,completion_tokens\n2026-11-22,\(cells),1,2\n"

    let points = try reading([text], as: .liteLLMDailySpend(LiteLLMMapping())).points

    #expect(points.map(\.series.subscription) == [subscription])
    #expect(points.map(\.series.user) == [user])
  }

  @Test func `a row that comes again counts once, and with other counts it is refused`() throws {
    let header = "id,date,prompt_tokens,completion_tokens\n"
    let format = SourceFormat.liteLLMDailySpend(LiteLLMMapping())

    let twice = try reading(
      [header + "a,2026-11-22,1,2\n", header + "a,2026-11-22,1,2\nb,2026-11-22,1,2\n"], as: format)

    #expect(twice.points.map(\.counts.prompt) == [2])
    #expect(twice.receipt.repeatedItems == 1)
    #expect(
      message(Array((header + "a,2026-11-22,1,2\na,2026-11-22,1,3\n").utf8), as: format) == """
        the row 'a' was there before, with other counts
            → 1.txt:3
              a,2026-11-22,1,3
          fix: give only the newest file of these days
        """)
  }

  @Test(arguments: [
    (
      "date,prompt_tokens\n2026-11-22,1",
      """
      no column 'completion_tokens', which is mapped to completion_tokens
          → 1.txt:1
            date,prompt_tokens
        fix: correct completion_tokens in the source's columns; the file has: date, prompt_tokens
      """
    ),
    (
      "date,prompt_tokens,completion_tokens\n2026-11-22T10:00:00Z,1,2",
      """
      date is '2026-11-22T10:00:00Z', which is not a time
          → 1.txt:2
            2026-11-22T10:00:00Z,1,2
        fix: write it such as 2026-10-31, 2026-10-31 23:59:59 or 2026-10-31T23:59:59.1234567+01:00
      """
    ),
  ])
  func `what is wrong is named`(text: String, told: String) {
    #expect(message(Array(text.utf8), as: .liteLLMDailySpend(LiteLLMMapping())) == told)
  }
}

private func point(
  _ dayText: String, _ team: String, _ model: String, _ counts: TokenCounts
) -> UsagePoint {
  UsagePoint(
    series: SeriesKey(subscription: team, user: "unknown", feature: "unknown", model: model),
    day: day(dayText), utcMonth: month("2026-11"), counts: counts)
}
