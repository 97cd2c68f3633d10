import Testing
import UsageModel

@testable import DemoCompany

@Suite struct DemoBlemishTests {
  let november: [ExportedRecord]

  init() throws {
    november = try #require(novemberRecords)
  }

  @Test func `a subscription belongs to no team`() {
    #expect(november.contains { $0.Properties.subscription == "sub-pilot-lab" })
    #expect(!text("subscriptions.csv").contains("sub-pilot-lab"))
  }

  @Test func `a model has no price from the day it appears`() {
    let days = november.filter { $0.Properties.model == "gpt-6-sol" }
      .map { $0.TimeGenerated.prefix(10) }

    #expect(days.min() == "2026-11-10")
    #expect(!text("rates.csv").contains("gpt-6-sol"))
    #expect(!text("models.csv").contains("gpt-6-sol"))
  }

  @Test func `a price is cut in the middle of a month`() {
    #expect(
      lines("rates.csv").filter { $0.hasPrefix("gpt-5.4,,,,output") } == [
        "gpt-5.4,,,,output,13.80,1M,EUR,2025-10-01,2026-09-14,Finance,2025-09-20,"
          + "Rate sheet 2025-10",
        "gpt-5.4,,,,output,11.40,1M,EUR,2026-09-15,,Finance,2026-09-10,Rate sheet 2026-09",
      ])
  }

  @Test func `a team moves to another cost centre`() {
    #expect(
      lines("teams.csv").filter { $0.hasPrefix("field-service") } == [
        "field-service,Field Service,CC4720,Head of Field Service,"
          + "field-service@halden-pryce.example,,2026-06-30",
        "field-service,Field Service,CC4750,Head of Operations,"
          + "field-service@halden-pryce.example,2026-07-01,",
      ])
  }

  @Test func `a team has a Japanese name`() {
    #expect(text("teams.csv").contains("tokyo,東京支社,"))
  }

  @Test func `a model's cached tokens are unknown`() {
    let metrics = Set(
      november.filter { $0.Properties.model == "mistral-large-3" }.map(\.Name))

    #expect(metrics == ["Prompt Tokens", "Completion Tokens", "Total Tokens"])
    #expect(lines("models.csv").contains("mistral-large-3,mistral-large-3,Mistral Large 3,unknown"))
  }

  @Test func `a model's cached tokens lie beside the prompt and exceed it`() {
    let claude = november.filter { $0.Properties.model.hasPrefix("claude-") }
    func tokens(_ metric: String) -> Int {
      claude.filter { $0.Name == metric }.reduce(0) { $0 + $1.Sum }
    }

    #expect(tokens("Prompt Cached Tokens") > tokens("Prompt Tokens"))
    #expect(
      lines("models.csv").contains("claude-sonnet-4-5*,claude-sonnet-4-5,Claude Sonnet 4.5,beside"))
  }

  @Test(arguments: ["<script>alert(1)</script>", "=HYPERLINK(\"x\")", ""])
  func `a user has an ugly name or none`(user: String) {
    #expect(november.contains { $0.Properties.user == user })
  }

  @Test func `a night job's day is not the day in UTC`() {
    let job = november.first { $0.Properties.user == "svc-claims-batch@halden-pryce.example" }

    #expect(job?.TimeGenerated.prefix(14) == "2026-10-31T23:")
  }

  @Test func `records of a month are in time order and have ids of their own`() {
    let times = november.map(\.TimeGenerated)

    #expect(times == times.sorted())
    #expect(Set(november.map(\._ItemId)).count == november.count)
    #expect(
      november.allSatisfy { $0._ItemId.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12] })
    #expect(november.allSatisfy { $0.Type == "AppMetrics" && $0.ItemCount > 0 && $0.Sum > 0 })
  }

  @Test func `usage is spread over weekdays, weekends and holidays`() {
    let days = ["2026-05-12", "2026-05-14", "2026-05-16", "2025-11-04", "2026-11-17"]

    #expect(days.compactMap { CalendarDay($0)?.demoActivity } == [849, 124, 93, 702, 996])
  }
}
