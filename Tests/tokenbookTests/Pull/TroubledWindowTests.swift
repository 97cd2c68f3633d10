import Foundation
import Testing

/// One bad day, one bad source, one long silence: the rest of the nights goes on.
@Suite struct TroubledWindowTests {
  @Test func `a day with a wrong record holds up no other`() throws {
    let service = try RunningService.withUsualRecords()
    try service.holds([
      UsageRecord(time: "2026-11-10T10:00:00Z", name: "Prompt Tokens", sum: 1.5, itemCount: 1)
    ])
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(from: service)

    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        error: source 'gateway': 1 records of 2026-11-10 of the metric 'Prompt Tokens' have a value \
        that is negative, fractional or no number
          fix: look for wrong records at the source

        """)
    #expect(outcome.output.hasPrefix("gateway: 27 days added from 11 records"), "\(outcome.output)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
  }

  @Test func `a service that falls silent for a week is asked again when it speaks`() throws {
    let service = try RunningService()
    try service.holds([record(of: "2026-10-27")])
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(more: "from: 2026-10-27"))
    for today in ["2026-10-28", "2026-11-04"] {
      try #require(try folder.pull(on: today, from: service).status == 0)
    }
    try service.holds((28...31).map { record(of: "2026-10-\($0)") })

    let outcome = try folder.pull(on: "2026-11-05", from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.snapshot("SELECT count(*), sum(total) FROM point") == "5|50\n")
  }

  @Test func `days outside from and until are never asked for`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(
      for: service,
      sources: PullWorkbook.source(more: "from: 2026-11-21\n    until: 2026-11-22"))

    let outcome = try folder.pull(
      ["--from", "2026-11-20", "--to", "2026-11-23"], on: "2026-11-24", from: service)

    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "gateway: 2 days from 2026-11-20 on are outside its 'from:' and 'until:', and are not asked "
          + "for"), "\(outcome.errors)")
    #expect(
      try folder.snapshot("SELECT date(day * 86400, 'unixepoch') FROM ledger_day")
        == "2026-11-21\n2026-11-22\n")
  }

  @Test func `a service that is down is given up after three days`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$"},"action":"unavailable","status":520}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(
      from: service, environment: ["TOKENBOOK_RETRY_SECONDS": "0.01"])

    #expect(outcome.status == 69, "\(outcome.errors)")
    #expect(try service.log("/query$").count <= 5 * 7)
    #expect(!folder.holds("snapshot.sqlite"))
  }

  @Test func `an answer about something else is none`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(
      #"{"match":{"path":"/query$"},"action":"respond","status":200,"headers":{"Content-Type":"application/json"},"body":{"tables":[{"name":"PrimaryResult","columns":[],"rows":[]}]}}"#
    )
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("the answer has no column 'Day'"), "\(outcome.errors)")
  }

  private func record(of day: String) -> UsageRecord {
    UsageRecord(time: "\(day)T10:00:00Z", name: "Total Tokens", sum: 10, itemCount: 1)
  }
}
