import Foundation
import Testing

/// Transcripts 1 to 8: how a pull signs in.
@Suite struct SignInTranscriptTests {
  @Test func `1: one token serves all windows`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-20"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    #expect(try service.log("/oauth2/v2.0/token$").count == 1)
    #expect(try service.log("/query$").count == 3)
    #expect(
      try folder.snapshot("SELECT DISTINCT credential FROM pull") == "environment (client secret)\n"
    )
  }

  @Test(
    arguments: [
      (
        ["AZURE_CLIENT_SECRET": "wrong"], 77,
        """
        error: the client secret of the application '00001111-aaaa-2222-bbbb-3333cccc4444' is wrong
          fix: copy the secret's Value, not its Secret ID, from 'Certificates & secrets' in Entra

        """
      ),
      (
        ["AZURE_CLIENT_SECRET": "an-expired-secret"], 77,
        """
        error: the client secret of the application '00001111-aaaa-2222-bbbb-3333cccc4444' has expired
          fix: make a new one under 'Certificates & secrets' in Entra, and put it where the old one was

        """
      ),
      (
        ["AZURE_CLIENT_SECRET": ""], 78,
        "error: the credential 'environment' needs AZURE_CLIENT_SECRET, which is not set\n"
      ),
    ] as [([String: String], Int32, String)])
  func `2: a wrong secret is said, and never shown`(
    variables: [String: String], status: Int32, message: String
  ) throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(from: service, environment: variables)

    #expect(outcome.status == status)
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(outcome.errors.contains("\n  fix: "))
    for value in variables.values where !value.isEmpty {
      #expect(!outcome.errors.contains("'\(value)'"))
    }
    #expect(!folder.holds("snapshot.sqlite"))
    #expect(try service.log("/query$").isEmpty)
  }

  @Test func `3: a wrong scope is said`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(more: "audience: https://api.nowhere.example"))

    let outcome = try folder.pull(from: service)

    #expect(outcome.status == 78)
    #expect(outcome.errors.contains("https://api.nowhere.example"), "\(outcome.errors)")
  }

  @Test func `4: a token that ends is fetched anew between windows`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"/token$"},"action":"token_lifetime","seconds":1}"#)
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pull(["--from", "2026-11-16"], from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try service.log("/oauth2/v2.0/token$").count > 1)
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
  }

  @Test func `5 and 6: the metadata service gets its header`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(more: "credential: managed"))

    let outcome = try folder.pullAsMachine(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try service.log("^/metadata/").map(\.status) == [200])
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
    #expect(try folder.snapshot("SELECT DISTINCT credential FROM pull").hasPrefix("managed"))
  }

  @Test func `6: a machine without an identity is told so`() throws {
    let service = try RunningService.withUsualRecords()
    try service.tell("settings", #"{"identities":[]}"#)
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(more: "credential: managed"))

    let outcome = try folder.pullAsMachine(from: service)

    #expect(outcome.status == 77)
    #expect(outcome.errors.contains("\n  fix: "), "\(outcome.errors)")
  }

  @Test func `7: a metadata service that is being updated is asked again`() throws {
    let service = try RunningService.withUsualRecords()
    try service.fails(#"{"match":{"path":"^/metadata/"},"action":"imds_updating","times":2}"#)
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(more: "credential: managed"))

    let outcome = try folder.pullAsMachine(from: service)

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try service.log("^/metadata/").count == 3)
  }

  @Test func `8: an app service signs in with its own endpoint`() throws {
    let service = try RunningService.withUsualRecords()
    let folder = try PullWorkbook.written(for: service)

    let outcome = try folder.pullAsMachine(
      from: service,
      variables: [
        "IDENTITY_ENDPOINT": service.plainAddress + "/msi/token",
        "IDENTITY_HEADER": "identity-header-of-the-stub",
      ])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try service.log("^/msi/token").map(\.status) == [200])
    #expect(try folder.tokens(of: "2026-11-22") == usualTokens)
  }
}

/// Prompt, completion, total, cached tokens and requests of the usual records.
let usualTokens = "1510|251|1761|300|7"

extension TemporaryFolder {
  /// Pulls without any `AZURE_…` secret: only the machine itself has an identity.
  fileprivate func pullAsMachine(
    from service: RunningService, variables: [String: String] = [:]
  ) throws -> Executable.Outcome {
    let machine = ["AZURE_POD_IDENTITY_AUTHORITY_HOST": service.plainAddress]
    return try Executable.run(
      ["pull", "--today", "2026-11-23", "--from", "2026-11-22"], in: url,
      environment: variables.isEmpty ? machine : variables)
  }
}
