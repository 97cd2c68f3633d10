import Foundation
import Testing

/// Transcripts 16 to 18 and 21 to 24: nights on which something goes wrong.
@Suite struct FaultTranscriptTests {
  @Test(arguments: [
    #"{"match":{"path":"/query$"},"action":"throttle","retry_after":1,"times":1}"#,
    #"{"match":{"path":"/query$"},"action":"throttle","times":1}"#,
    #"{"match":{"path":"/query$"},"action":"throttle","retry_after":"date","seconds":1,"times":1}"#,
    #"{"match":{"path":"/query$"},"action":"unavailable","status":503,"times":2}"#,
    #"{"match":{"path":"/query$"},"action":"unavailable","status":502,"times":1}"#,
  ])
  func `16: a service that is busy is asked again`(fault: String) throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(fault)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service, environment: soon)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    #expect(try folder.snapshot("SELECT retries > 0 FROM pull") == "1\n")
  }

  @Test func `16: a service that stays busy is left alone, and nothing has changed`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$"},"action":"throttle","retry_after":0}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service, environment: soon)

    #expect(outcome.status == 69)
    #expect(
      outcome.errors == """
        error: source 'gateway': \(service.address) is still too busy after 5 tries (429)
          fix: try again later; what was pulled before is kept

        """)
    #expect(!folder.holds("snapshot.sqlite"))
  }

  @Test(arguments: ServiceKindInTests.allCases, ["timeout", "partial"])
  func `17 and 18: what is too much at once is asked for in parts`(
    kind: ServiceKindInTests, action: String
  ) throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(
      #"{"match":{"path":"/query$","hours":6},"action":"\#(action)","delay":0.05}"#)
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service, environment: soon)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    // The whole day, two halves, four quarters.
    #expect(try service.log("/query$").count == 7)
  }

  @Test func `18: rows that never come are no reason to store the others`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$"},"action":"partial"}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service, environment: soon)

    #expect(outcome.status == 69)
    #expect(
      outcome.errors.hasPrefix(
        "error: source 'gateway': the answer for 2026-11-21T23:00:00Z to 2026-11-21T23:01:00Z is "
          + "never whole: "), "\(outcome.errors)")
    #expect(!folder.holds("snapshot.sqlite"))
  }

  @Test func `21: exactly 500,000 rows are cut, so they are asked for in parts`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$","hours":12},"action":"rows_exactly"}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service, environment: soon)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    #expect(try service.log("/query$").count == 3)
  }

  @Test(
    arguments: ServiceKindInTests.allCases,
    ["reset", "close", "truncated_json", "invalid_utf8", "gzip_truncated"])
  func `22: an answer that breaks off or is no text changes nothing`(
    kind: ServiceKindInTests, action: String
  ) throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service, sources: kind.source)
    try #require(try folder.pull(["--from", "2026-11-22"], from: service).status == 0)
    let before = try folder.snapshot(".dump")
    try service.holds(recordsCalled: "late")
    try service.fails(#"{"match":{"path":"/query$"},"action":"\#(action)"}"#)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service, environment: soon)

    #expect(outcome.status == 69 || outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(try folder.snapshot(".dump") == before)
  }

  @Test(arguments: ["gzip", "trickle"])
  func `22: an answer in pieces or compressed is an answer`(action: String) throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(
      #"{"match":{"path":"/query$"},"action":"\#(action)","pieces":5,"seconds":0.05}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `23: late data takes the place of what was there`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service, sources: kind.source)
    try folder.pull(["--from", "2026-11-22"], from: service)
    try service.holds(recordsCalled: "late")

    let outcome = try folder.pull(on: "2026-11-24", from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == "1600|251|1851|300|8")
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `24: data that has gone does not take the place of what was there`(
    kind: ServiceKindInTests
  ) throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service, sources: kind.source)
    try folder.pull(["--from", "2026-11-22"], from: service)
    try service.tell("records", method: "DELETE")

    let outcome = try folder.pull(on: "2026-11-24", from: service)

    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("2026-11-22 is empty now, 10 records and 3,822 tokens are stored"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("--accept-less 2026-11-22"))
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    #expect(try folder.snapshot("SELECT group_concat(state) FROM pull").contains("refused"))
  }

  @Test func `24: a closed day with fewer rows is refused until a person accepts it`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service)
    try folder.pull(["--from", "2026-11-22"], from: service)
    try service.fails(#"{"match":{"path":"/query$"},"action":"drop_rows","rows":4}"#)
    let days = ["--from", "2026-11-22", "--to", "2026-11-22"]

    let refused = try folder.pull(days, on: "2026-12-24", from: service)
    #expect(refused.status == 1, "\(refused.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)

    let accepted = try folder.pull(
      days + ["--accept-less", "2026-11-22"], on: "2026-12-24", from: service)
    #expect(accepted.status == 0, "\(accepted.errors)")
    #expect(try folder.tokens(of: "2026-11-22") != usualTokens)
  }

  /// Waits between tries are short.
  private let soon = ["TOKENBOOK_RETRY_SECONDS": "0.05"]
}
