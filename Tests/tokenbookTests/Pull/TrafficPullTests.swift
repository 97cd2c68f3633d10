import Foundation
import Testing

/// Two sources of the same traffic: one counts, the other is compared.
@Suite struct TrafficPullTests {
  @Test func `the first source that has a day counts, and the data page compares`() throws {
    let service = try RunningService.withUsualRecords()
    let sources =
      PullWorkbook.source("live", more: "counts: gateway") + "\n"
      + PullWorkbook.source(
        "second", kind: "application-insights", id: "app: \(RunningService.workspace)",
        more: "counts: gateway")
    let folder = try PullWorkbook.written(for: service, sources: sources)
    try #require(try folder.pull(["second", "--from", "2026-11-21"], from: service).status == 0)
    try #require(try folder.pull(["live", "--from", "2026-11-22"], from: service).status == 0)

    try #require(try folder.tokenbook(["build"]).status == 0)

    // 2026-11-21 only from the second, 2026-11-22 from the first: nothing twice.
    let tokens = try folder.tokenbook([
      "query", "select day, source, counts from pull_days order by day, source", "--format", "csv",
    ])
    #expect(
      tokens.output.replacing("\r\n", with: "\n") == """
        day,source,counts
        2026-11-21,second,1
        2026-11-22,live,1
        2026-11-22,second,0

        """, "\(tokens.errors)")
    let sum = try folder.tokenbook([
      "query", "select day, sum(tokens) as tokens from charges group by day", "--format", "csv",
    ])
    #expect(
      sum.output.replacing("\r\n", with: "\n") == """
        day,tokens
        2026-11-21,999
        2026-11-22,1761

        """, "\(sum.errors)")
    let page = try folder.read("site/data/index.html")
    #expect(page.contains("Which day came from where?"))
    #expect(page.contains("Sources with the same traffic"))
  }
}
