import Foundation
import Testing

/// Azure's own Python libraries read from the stub what tokenbook reads from it.
@Suite struct OfficialClientsTests {
  @Test func `the official clients agree with the stub in every transcript`() throws {
    let outcome = try OfficialClients.python(
      "-m", "unittest", "discover", "-v", "-s", Repository.url("Tests/ServiceStub").path)

    #expect(outcome.status == 0, "\(outcome.errors)")
    let skipped = outcome.errors.split(separator: "\n").filter { $0.contains(" skipped ") }
    #expect(skipped.allSatisfy { $0.hasSuffix("skipped 'slow'") }, "\(skipped)")
    let numbers = Set(outcome.errors.matches(of: /(?m)^test_(\d\d)_/).compactMap { Int($0.1) })
    #expect(numbers.isSuperset(of: Array(1...25) + [27]), "\(numbers.sorted())")
  }

  @Test(arguments: ServiceKindInTests.allCases)
  func `an official client that asks what a pull asked reads what it stored`(
    kind: ServiceKindInTests
  ) throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service, sources: kind.source)
    let outcome = try folder.pull(["--from", "2026-11-20"], from: service)
    try #require(outcome.status == 0, "\(outcome.errors)")

    var read: [String: Int] = [:]
    for query in try service.log("/query$").compactMap(\.query) {
      for row in try OfficialClients.rows(of: query, from: kind, of: service) {
        let metric = try #require(row["Metric"] as? String)
        read[metric, default: 0] += try #require(row["Tokens"] as? Int)
        if metric == "Total Tokens" {
          read["requests", default: 0] += try #require(row["Requests"] as? Int)
        }
      }
    }

    // 999 tokens in 9 requests are of the evening before.
    #expect(
      read == [
        "Prompt Tokens": 1510, "Completion Tokens": 251, "Total Tokens": 1761 + 999,
        "Prompt Cached Tokens": 300, "requests": 7 + 9,
      ])
    #expect(
      try folder.snapshot(
        """
        SELECT sum(prompt), sum(completion), sum(total), sum(cached), sum(requests) FROM point
        """)
        == [
          "Prompt Tokens", "Completion Tokens", "Total Tokens", "Prompt Cached Tokens", "requests",
        ].map { read[$0].map(String.init) ?? "" }.joined(separator: "|") + "\n")
  }

  @Test func `an official client reads the same calls from the gateway's log`() throws {
    let service = try RunningService()
    try service.tell(
      "records",
      """
      [{"table":"ApiManagementGatewayLlmLog","time":"2026-11-22T10:00:00Z","columns":
        {"CorrelationId":"a","ModelName":"gpt-4.1","DeploymentName":"d",
         "PromptTokens":100,"CompletionTokens":20,"TotalTokens":120}},
       {"table":"ApiManagementGatewayLlmLog","time":"2026-11-22T10:00:01Z","columns":
        {"CorrelationId":"a","ModelName":"gpt-4.1","DeploymentName":"d",
         "PromptTokens":100,"CompletionTokens":25,"TotalTokens":125}},
       {"table":"ApiManagementGatewayLlmLog","time":"2026-11-22T11:00:00Z","columns":
        {"CorrelationId":"b","ModelName":"","DeploymentName":"d",
         "PromptTokens":7,"CompletionTokens":1,"TotalTokens":8}},
       {"table":"ApiManagementGatewayLogs","time":"2026-11-22T10:00:00Z","columns":
        {"CorrelationId":"a","ApimSubscriptionId":"contoso-hr","ApiId":"chat","UserId":"u1"}}]
      """)
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(kind: "gateway-llm-log"))
    let outcome = try folder.pull(["--from", "2026-11-22"], from: service)
    try #require(outcome.status == 0, "\(outcome.errors)")

    let query = try #require(try service.log("/query$").last?.query)
    let lines = try OfficialClients.rows(of: query, from: .logAnalytics, of: service).map { row in
      [
        "SubscriptionId", "UserId", "FeatureId", "ModelId", "PromptTokens", "CompletionTokens",
        "TotalTokens", "Requests",
      ].map { "\(row[$0] ?? "")" }.joined(separator: "|")
    }

    #expect(lines.sorted() == ["contoso-hr|u1|chat|gpt-4.1|100|25|125|1", "|||d|7|1|8|1"])
    #expect(try folder.tokens(of: "2026-11-22") == "107|26|133||2")
  }
}

/// Programs of `Tests/ServiceStub`, run by the Python that has Azure's libraries.
private enum OfficialClients {
  /// What a library makes of the answer to a query: columns by name.
  static func rows(
    of query: String, from kind: ServiceKindInTests, of service: RunningService
  ) throws -> [[String: Any]] {
    let scratch = try TemporaryFolder()
    try scratch.write(query, to: "query.kql")
    let outcome = try Executable.run(
      program: "/bin/sh",
      [
        "-c", "exec \"$@\" < query.kql", "sh", try interpreter(), "-B",
        Repository.url("Tests/ServiceStub/official_clients.py").path,
        "--https", service.address, "--http", service.plainAddress,
        "--ca", service.certificateFile, "--service", kind.rawValue,
        "--target", kind == .dataExplorer ? "usage" : RunningService.workspace,
      ], in: scratch.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    try #require(answer["outcome"] as? String == "rows", "\(outcome.output)")
    let columns = try #require(answer["columns"] as? [String])
    let rows = try #require(answer["rows"] as? [[Any]])
    return rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
  }

  static func python(_ arguments: String...) throws -> Executable.Outcome {
    try Executable.run(program: interpreter(), ["-B"] + arguments)
  }

  private static func interpreter() throws -> String {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: ".build/service-tests/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw LibrariesMissing(path: path)
    }
    return path
  }

  struct LibrariesMissing: Error, CustomStringConvertible {
    let path: String
    var description: String {
      "Azure's Python libraries are not installed: there is no '\(path)'\n"
        + "  fix: type make test-packages"
    }
  }
}
