import Foundation
import Testing

/// What a person or a page must never see: searched for in all that is printed and written.
@Suite struct HiddenSecretsTests {
  private let secret = "kanari&<secret>~7f3a"
  private let wrongSecret = "kanari&<wrong>~91cd"
  private let federatedToken = "kanari.federated.5b0e"
  private let wrongFederatedToken = "kanari.stranger.c2d4"

  @Test func `no secret and no token is in what is printed or written`() throws {
    let service = try RunningService.withUsualRecords()
    try service.tell(
      "settings", #"{"secret":"\#(secret)","federated_token":"\#(federatedToken)"}"#)
    let folder = try PullWorkbook.written(for: service)
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(federatedToken, to: "federated")
    try elsewhere.write(wrongFederatedToken, to: "stranger")
    func file(_ name: String) -> [String: String] {
      ["AZURE_CLIENT_SECRET": "", "AZURE_FEDERATED_TOKEN_FILE": elsewhere.path + "/" + name]
    }
    let pull = ["pull", "--today", "2026-11-23", "--from", "2026-11-22", "--verbose"]
    let check = ["check", "--source", "gateway", "--today", "2026-11-23", "--verbose"]
    let runs: [([String], [String: String], Int32)] = [
      (pull, ["AZURE_CLIENT_SECRET": wrongSecret], 77),
      (check, ["AZURE_CLIENT_SECRET": wrongSecret], 77),
      (pull, file("stranger"), 77),
      (["policy", "--verbose"], [:], 0), (["pull", "--show-query", "--verbose"], [:], 0),
      (pull, [:], 0), (pull, file("federated"), 0), (check, [:], 0),
      (["build", "--verbose"], [:], 0), (["check", "--verbose"], [:], 0),
    ]

    var seen: [String: Data] = [:]
    for (arguments, variables, status) in runs {
      let outcome = try Executable.run(
        arguments, in: folder.url,
        environment: service.environment.merging(["AZURE_CLIENT_SECRET": secret]) { $1 }
          .merging(variables) { $1 })
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      seen["\(seen.count) \(arguments)"] = Data((outcome.output + outcome.errors).utf8)
    }
    try seen.merge(folder.tree()) { $1 }

    try #require(seen["snapshot.sqlite"] != nil && seen["site/index.html"] != nil)
    try #require(seen.keys.contains { $0.hasPrefix(".tokenbook/") })
    #expect(found(in: seen, startOfTokens: try service.startOfTokens(secret: secret)) == [])
  }

  @Test(arguments: ["pull", "check"])
  func `a service that repeats what it was sent is not believed to be discreet`(
    command: String
  ) throws {
    let service = try RunningService.withUsualRecords()
    try service.tell("settings", #"{"secret":"\#(secret)"}"#)
    let token = try service.startOfTokens(secret: secret) + "kanari"
    let folder = try PullWorkbook.written(for: service)
    let arguments =
      (command == "pull" ? ["pull"] : ["check", "--source", "gateway"]) + ["--verbose"]
    for faults in [
      [
        #"{"match":{"path":"/token$"},"action":"respond","status":400,"body":{"error":"odd","#
          + #""error_description":"AADSTS99999: you sent \#(secret)"}}"#
      ],
      [
        #"{"match":{"path":"/token$"},"action":"respond","status":200,"body":"#
          + #"{"token_type":"Bearer","expires_in":3599,"access_token":"\#(token)"}}"#,
        #"{"match":{"path":"/query$"},"action":"respond","status":400,"body":"#
          + #"{"error":{"code":"Odd","message":"you sent Bearer \#(token)"}}}"#,
      ],
    ] {
      try service.tell("faults", method: "DELETE")
      try service.tell("faults", "[" + faults.joined(separator: ",") + "]")

      let outcome = try Executable.run(
        arguments, in: folder.url,
        environment: service.environment.merging(["AZURE_CLIENT_SECRET": secret]) { $1 })

      #expect(outcome.status != 0)
      #expect(outcome.errors.contains("you sent"), "\(outcome.errors)")
      let seen = try folder.tree().merging(["errors": Data(outcome.errors.utf8)]) { $1 }
      #expect(found(in: seen, startOfTokens: token) == [], "\(outcome.errors)")
    }
  }

  private func found(in seen: [String: Data], startOfTokens: String) -> [String] {
    let canaries = [secret, wrongSecret, federatedToken, wrongFederatedToken, startOfTokens]
    return seen.keys.sorted().flatMap { path in
      canaries.flatMap(spellings).filter { seen[path]?.range(of: Data($0.utf8)) != nil }
        .map { "\(path): \($0)" }
    }
  }
}

extension RunningService {
  /// What every token begins with.
  fileprivate func startOfTokens(secret: String) throws -> String {
    struct Answer: Decodable { let access_token: String }
    let port = try #require(plainAddress.split(separator: ":").last.flatMap { UInt16($0) })
    let form =
      "grant_type=client_credentials&scope=https://api.loganalytics.io/.default&client_id="
      + Self.client + "&client_secret="
      + (secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
    let answer = try exchanged(
      atPort: port,
      "POST /\(Self.tenant)/oauth2/v2.0/token HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n"
        + "Content-Length: \(form.utf8.count)\r\nConnection: close\r\n\r\n" + form)
    let body = try #require(answer.range(of: "\r\n\r\n")).upperBound
    let token = try JSONDecoder().decode(Answer.self, from: Data(answer[body...].utf8)).access_token
    let head = try #require(token.split(separator: ".").first)
    return head + "."
  }
}
