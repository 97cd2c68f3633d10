import Foundation
import Testing

/// What a person reads whose pull cannot run as it was typed. Nothing is asked for.
@Suite struct PullMistakeTests {
  @Test(arguments: [
    Mistake(
      "a source that is read from files", ["pull", "gateway"], status: 64,
      errors: """
        error: the source 'gateway' is read from files, not asked over the network
          fix: type: tokenbook import --source gateway
        """),
    Mistake(
      "a source that does not exist", ["pull", "gatewai"], status: 64,
      errors: """
        error: unknown source 'gatewai'
          fix: sources in tokenbook.yml: gateway
        """),
    Mistake(
      "a workbook without services", ["pull"], status: 64,
      errors: """
        error: no source in tokenbook.yml is a service
          fix: add a source of the kind application-insights, log-analytics, gateway-llm-log or data-explorer
        """),
    Mistake(
      "a last day without a first", ["pull", "--to", "2026-10-01"], status: 64,
      errors: """
        error: --to is given without --from
          fix: give the first day too: --from 2026-10-31
        """, make: addService),
    Mistake(
      "days in the wrong order",
      ["pull", "--from", "2026-10-02", "--to", "2026-10-01"], status: 64,
      errors: """
        error: --from 2026-10-02 is after --to 2026-10-01
          fix: type: --from 2026-10-01 --to 2026-10-02
        """, make: addService),
    Mistake(
      "a day that is not over",
      ["pull", "--today", "2026-11-23", "--from", "2026-11-22", "--to", "2026-11-23"],
      status: 64,
      errors: """
        error: 2026-11-23 is not over yet
          fix: ask for days up to 2026-11-22
        """, make: addService),
    Mistake(
      "a first day that is not over", ["pull", "--today", "2026-11-23", "--from", "2026-12-01"],
      status: 64,
      errors: """
        error: 2026-12-01 is not over yet
          fix: ask for days up to 2026-11-22
        """, make: addService),
    Mistake(
      "a day to accept that is not asked for",
      [
        "pull", "--today", "2026-11-23", "--from", "2026-11-01", "--to", "2026-11-02",
        "--accept-less", "2026-11-03",
      ], status: 64,
      errors: """
        error: --accept-less names 2026-11-03, which is not asked for
          fix: type: --from 2026-11-03 --to 2026-11-03 --accept-less 2026-11-03
        """, make: addService),
    Mistake(
      "a day that does not exist", ["pull", "--accept-less", "yesterday"], status: 64,
      errors: """
        error: 'yesterday' is not a day
          fix: write it as 2026-10-31
        """, make: addService),
  ])
  func `a pull that cannot be meant is refused`(mistake: Mistake) throws {
    try mistake.check()
  }

  @Test func `a query is shown without anybody signing in`() throws {
    let folder = try SampleWorkbook.written()
    try addService(folder)

    let outcome = try folder.tokenbook([
      "pull", "live", "--show-query", "--from", "2026-10-01", "--to", "2026-10-02",
    ])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix(
        """
        // live: 2026-10-01 to 2026-10-02
        let windowStart = datetime(2026-10-01T00:00:00.0000000Z);
        let windowEnd = datetime(2026-10-03T00:00:00.0000000Z);
        AppMetrics
        """), "\(outcome.output)")
    #expect(!folder.holds("snapshot.sqlite"))
  }

  @Test func `the policy is XML that sends the dimensions that are read`() throws {
    let folder = try SampleWorkbook.written()
    try addService(folder)
    try folder.replace(
      "444455556666}", with: "444455556666, dimensions: {user: 'Who \"is\" it & why'}}",
      in: "tokenbook.yml")

    let outcome = try folder.tokenbook(["policy"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = try XMLDimensions.names(in: outcome.output)
    #expect(names == ["Subscription ID", "Who \"is\" it & why", "API ID", "Model"])
    #expect(outcome.errors.contains("1. The gateway has a logger for Application Insights"))
  }
}

@Sendable private func addService(_ folder: TemporaryFolder) throws {
  try folder.write(
    SampleWorkbook.settings
      + "  - {name: live, kind: log-analytics, workspace: 6f2c0d3e-1111-2222-3333-444455556666}\n",
    to: "tokenbook.yml")
}

/// The dimensions of a policy, as a parser of XML that is not ours finds them.
private enum XMLDimensions {
  static func names(in policy: String) throws -> [String] {
    let program = """
      import sys, xml.etree.ElementTree as tree
      for one in tree.fromstring(sys.argv[1]).iter('dimension'): print(one.get('name'))
      """
    let outcome = try Executable.run(
      program: "/usr/bin/env", ["python3", "-c", program, policy])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n").map(String.init)
  }
}
