import Foundation
import Testing

/// Transcripts 9 to 15, 19, 20, 25 and 27: queries and what they are answered with.
@Suite struct QueryTranscriptTests {
  @Test(arguments: ServiceKindInTests.allCases)
  func `9: a query has the headers that the service needs`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    let request = try #require(try service.log("/query$").last)
    #expect(request.audience == kind.audience(of: service))
    #expect(request.headers["Cache-Control"] == "no-cache")
    #expect(request.headers["Content-Type"] == "application/json; charset=utf-8")
    if kind != .dataExplorer { #expect(request.headers["Prefer"] == "wait=600") }
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `10: 200 with nothing in it is no answer`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$"},"action":"empty"}"#)
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 69)
    #expect(
      outcome.errors == """
        error: source 'gateway': what came is no answer to a query: the answer is empty
          fix: compare 'endpoint:' with the service; something in between may answer for it

        """)
    #expect(!folder.holds("snapshot.sqlite"))
  }

  @Test func `11: a workspace without data has no rows`() throws {
    let service = try RunningService.withUsualRecords()
    try service.tell("settings", #"{"empty":["\#(RunningService.workspace)"]}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.snapshot("SELECT row_count FROM ledger_day") == "0\n")
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `12: a day without rows is asked for and empty`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-01-01", "--to", "2026-01-01"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.snapshot("SELECT row_count FROM ledger_day") == "0\n")
    #expect(try folder.snapshot("SELECT count(*) FROM point") == "0\n")
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `13: a missing table says which setting is off`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    try service.tell("settings", #"{"missing_tables":["AppMetrics","customMetrics"]}"#)
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 78)
    #expect(
      outcome.errors.contains("has no table '\(kind.table)'; it appears with its first record"),
      "\(outcome.errors)")
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `14: an identity without the right is told which`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    try service.tell("settings", #"{"forbidden":["\#(RunningService.workspace)","usage"]}"#)
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 77)
    #expect(outcome.errors.contains("this identity may not read"), "\(outcome.errors)")
    #expect(outcome.errors.contains("may take up to an hour"))
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `14: a token that is refused twice is said`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$"},"action":"expire_tokens"}"#)
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 77)
    #expect(outcome.errors.contains("does not accept the token"), "\(outcome.errors)")
    #expect(try service.log("/oauth2/v2.0/token$").count == 2)
    #expect(try service.log("/query$").count == 2)
  }

  @Test func `14: a token for another audience is said`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(
      for: service,
      sources: PullWorkbook.source(more: "audience: https://api.applicationinsights.io"))

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 78)
    #expect(
      outcome.errors.hasPrefix(
        "error: source 'gateway': the token is for 'https://api.applicationinsights.io', and the "
          + "service expects another audience\n"), "\(outcome.errors)")
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `15: an unknown resource is named`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    try service.tell("settings", #"{"unknown":["\#(RunningService.workspace)","usage"]}"#)
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 78, "\(outcome.errors)")
    #expect(
      outcome.errors.contains(kind == .dataExplorer ? "usage" : RunningService.workspace),
      "\(outcome.errors)")
  }

  @Test func `19: an answer out of a cache is noted`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(
      #"{"match":{"path":"/query$"},"action":"headers","headers":{"Age":"90"},"times":1}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("an answer was 90 seconds old"), "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `20: the same rows spelled otherwise are the same`(kind: ServiceKindInTests) throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$"},"action":"weird_rows"}"#)
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
  }

  @Test func `20: a count that is no number is refused`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/query$"},"action":"weird_rows","nan":true}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("'NaN'"), "\(outcome.errors)")
    #expect(!folder.holds("snapshot.sqlite"))
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `25: days of 23 and 25 hours are whole`(kind: ServiceKindInTests) throws {
    let service = try RunningService()
    try service.holds(recordsCalled: "clock changes")
    let folder = try PullWorkbook.written(for: service, sources: kind.source)

    for days in [("2026-03-28", "2026-03-30"), ("2026-10-24", "2026-10-26")] {
      let outcome = try folder.pull(["--from", days.0, "--to", days.1], from: service)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }

    #expect(
      try folder.snapshot(
        "SELECT date(day * 86400, 'unixepoch'), sum(total) FROM point GROUP BY day")
          == """
          2026-03-28|1
          2026-03-29|1110
          2026-03-30|10000
          2026-10-24|2
          2026-10-25|22220
          2026-10-26|200000

          """)
  }

  @Test(arguments: [
    #"{"match":{"path":"/query$","hours":6},"action":"kusto_errors"}"#,
    #"{"match":{"path":"/query$","hours":6},"action":"kusto_errors","place":"table"}"#,
    #"{"match":{"path":"/query$","hours":6},"action":"kusto_errors","place":"completion"}"#,
    #"{"match":{"path":"/query$"},"action":"kusto_progressive"}"#,
  ])
  func `27: frames with errors are asked for in parts, progressive ones are read`(fault: String)
    throws
  {
    let service = try RunningService.withUsualRecords()
    try service.fails(fault)
    let folder = try PullWorkbook.written(
      for: service, sources: ServiceKindInTests.dataExplorer.source)

    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
  }
}

/// The services that a transcript is played with.
enum ServiceKindInTests: String, CaseIterable {
  case logAnalytics = "log-analytics"
  case applicationInsights = "application-insights"
  case dataExplorer = "data-explorer"

  var source: String {
    switch self {
    case .logAnalytics: PullWorkbook.source()
    case .applicationInsights:
      PullWorkbook.source(kind: rawValue, id: "app: \(RunningService.workspace)")
    case .dataExplorer:
      """
        - name: gateway
          kind: data-explorer
          cluster: ENDPOINT
          database: usage
          table: AppMetrics
      """
    }
  }

  var table: String { self == .applicationInsights ? "customMetrics" : "AppMetrics" }

  func audience(of service: RunningService) -> String {
    switch self {
    case .logAnalytics: "https://api.loganalytics.io"
    case .applicationInsights: "https://api.applicationinsights.io"
    case .dataExplorer: service.address
    }
  }
}
