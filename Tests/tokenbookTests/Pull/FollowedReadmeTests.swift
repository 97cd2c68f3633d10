import Foundation
import Testing

/// "Point it at real data", word for word as it stands in README.md.
@Suite struct FollowedReadmeTests {
  @Test func `who does what README says has a site of what the service holds`() throws {
    let chapter = try Readme.chapter("Point it at real data")
    let blocks = chapter.commandBlocks
    try #require(blocks.count == 3, "\(blocks)")
    let service = try RunningService()
    try service.holds(usageOfYesterday())
    let terminal = try Terminal()

    let made = try terminal.type(blocks[0])
    #expect(made.status == 0, "\(made.errors)")
    let settings = try terminal.home.read("costs/tokenbook.yml")
    try #require(settings.ranges(of: "\nsources:\n").count == 1)
    // The chapter says: in place of the line `sources:`. The two lines above it lead the real names
    // of the services to the stub.
    try terminal.home.replace(
      "\nsources:\n",
      with: "\nproxy: \(service.plainAddress)\ncertificate_file: \(service.certificateFile)\n"
        + (try #require(chapter.yamlBlocks.first)), in: "costs/tokenbook.yml")
    let asked = try terminal.type("cd costs\n" + signInBlock(blocks[1]) + blocks[2])

    #expect(asked.status == 0, "\(asked.errors)")
    #expect(asked.output.contains("\nMetrics\n"), "\(asked.output)")
    #expect(asked.output.contains("gateway: 28 days added from 3 records"), "\(asked.output)")
    #expect(try terminal.home.read("costs/policy.xml").hasPrefix("<policies>"))
    #expect(try pageOfTheMonth(in: terminal.home, "costs/site").contains("3,600 tokens"))
    // The real names of the services, and nothing else.
    #expect(
      Set(try service.log(":443$").map(\.path)) == [
        "login.microsoftonline.com:443", "api.applicationinsights.io:443",
      ])
    #expect(try service.log().allSatisfy { $0.status == 200 })
  }

  @Test func `the line for every night says nothing when all is well`() throws {
    let service = try RunningService()
    try service.holds(usageOfYesterday())
    let folder = try PullWorkbook.written(for: service)
    let line = try #require(
      try Readme.chapter("Run it every night").commandBlocks.first?
        .firstMatch(of: /^[\d *]+  (.*)/)?.1)
    let terminal = try Terminal()

    let outcome = try terminal.type(
      String(line).replacing("/srv/costs", with: folder.path),
      environment: service.environment)

    #expect(outcome == Executable.Outcome(status: 0, output: "", errors: ""))
    #expect(try pageOfTheMonth(in: folder, "site").contains("3,600"))
  }

  @Test func `every way to sign in that docs names with variables works as written`() throws {
    let service = try RunningService.withUsualRecords()
    let text = try Repository.text("docs/pull.md")
    let scratch = try TemporaryFolder()
    try scratch.write(RunningService.secret + "\n", to: "secret")
    try scratch.write("a token of the cluster\n", to: "federated")
    try service.tell("settings", #"{"federated_token":"a token of the cluster"}"#)
    let certificate = try ClientCertificate.made(in: scratch)
    try service.tell(
      "settings",
      String(decoding: try JSONEncoder().encode(["certificate": certificate]), as: UTF8.self))

    for variables in [
      ["TOKENBOOK_CLIENT_SECRET_FILE": scratch.path + "/secret"],
      ["AZURE_CLIENT_CERTIFICATE_PATH": scratch.path + "/client.pem"],
      [
        "AZURE_CLIENT_CERTIFICATE_PATH": scratch.path + "/client.pem",
        "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN": "1",
      ],
      ["AZURE_FEDERATED_TOKEN_FILE": scratch.path + "/federated"],
    ] {
      for name in variables.keys { #expect(text.contains("`\(name)")) }
      let folder = try PullWorkbook.written(for: service)
      let outcome = try Executable.run(
        ["pull", "--today", "2026-11-23", "--from", "2026-11-22"], in: folder.url,
        environment: [
          "AZURE_AUTHORITY_HOST": service.address, "AZURE_TENANT_ID": RunningService.tenant,
          "AZURE_CLIENT_ID": RunningService.client,
        ].merging(variables) { $1 })
      #expect(outcome.status == 0, "\(variables): \(outcome.errors)")
      #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    }
  }

  @Test func `a proxy that only the environment names is used`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(
      for: service,
      sources: """
          - {name: gateway, kind: log-analytics, workspace: \(RunningService.workspace)}
        """)
    var variables = service.environment
    variables["AZURE_AUTHORITY_HOST"] = nil
    variables["HTTPS_PROXY"] = service.plainAddress
    variables["NO_PROXY"] = ""

    let outcome = try Executable.run(
      ["pull", "--today", "2026-11-23", "--from", "2026-11-22"], in: folder.url,
      environment: variables)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    #expect(
      Set(try service.log(":443$").map(\.path)) == [
        "login.microsoftonline.com:443", "api.loganalytics.azure.com:443",
      ])
  }

  /// The exports with a value where README has none to give.
  private func signInBlock(_ block: String) -> String {
    block.replacing("AZURE_CLIENT_SECRET=...", with: "AZURE_CLIENT_SECRET=\(RunningService.secret)")
  }

  /// 3,600 tokens: README's commands name no day, so the day is relative to the clock.
  private func usageOfYesterday() -> [UsageRecord] {
    [("Prompt Tokens", 3000.0), ("Completion Tokens", 600), ("Total Tokens", 3600)].map {
      UsageRecord(
        time: "\(yesterday)T10:00:00Z", name: $0, sum: $1, itemCount: 2,
        properties: [
          "Subscription ID": "contoso-hr", "User ID": "u1", "API ID": "chat", "Model": "gpt-4.1",
        ])
    }
  }

  private let yesterday = String(Date(timeIntervalSinceNow: -86_400).ISO8601Format().prefix(10))

  private func pageOfTheMonth(in folder: TemporaryFolder, _ site: String) throws -> String {
    try folder.read("\(site)/months/\(yesterday.prefix(7))/index.html")
  }
}

/// A chapter of README.md.
private struct Readme {
  let lines: [Substring]

  static func chapter(_ title: String) throws -> Readme {
    let chapters = try Repository.text("README.md").components(separatedBy: "\n## ")
    let chapter = try #require(chapters.first { $0.hasPrefix(title + "\n") })
    return Readme(lines: chapter.split(separator: "\n", omittingEmptySubsequences: false))
  }

  /// What a person types: indented by more than the text of a list, and in no fence.
  var commandBlocks: [String] {
    blocks { !$0.isFenced && $0.line.hasPrefix("    ") }
  }

  /// What a person writes into `tokenbook.yml`.
  var yamlBlocks: [String] {
    blocks { $0.isFenced && !$0.line.contains("```") }
  }

  /// Lines that stand together, without the indentation of their first.
  private func blocks(_ belongs: ((line: Substring, isFenced: Bool)) -> Bool) -> [String] {
    var blocks: [String] = []
    var indentation: Int?
    var isFenced = false
    for line in lines {
      if line.contains("```") { isFenced.toggle() }
      guard belongs((line, isFenced)) else {
        indentation = nil
        continue
      }
      if indentation == nil {
        indentation = line.prefix { $0 == " " }.count
        blocks.append("")
      }
      blocks[blocks.count - 1] += line.dropFirst(indentation ?? 0) + "\n"
    }
    return blocks
  }
}

/// A home folder in which a person types, with `tokenbook` on the path.
private struct Terminal {
  let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// Stops at the first command that fails.
  func type(
    _ commands: String, environment: [String: String] = [:]
  ) throws -> Executable.Outcome {
    let programs = URL(filePath: Executable.path).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try Executable.run(
      program: "/bin/sh", ["-e", "-c", commands], in: home.url,
      environment: environment.merging(["PATH": "\(programs):\(path)"]) { $1 })
  }
}

/// A key and a certificate that it signed itself.
private enum ClientCertificate {
  /// Writes `client.pem` with both.
  ///
  /// - Returns: The certificate alone.
  static func made(in folder: TemporaryFolder) throws -> String {
    let outcome = try Executable.run(
      program: "/usr/bin/env",
      [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=tokenbook", "-keyout", "key.pem", "-out", "certificate.pem",
      ], in: folder.url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    let certificate = try folder.read("certificate.pem")
    try folder.write(try folder.read("key.pem") + certificate, to: "client.pem")
    return certificate
  }
}
