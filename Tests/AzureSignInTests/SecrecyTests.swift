import Foundation
import Testing
import Transport
import UsageModel

@testable import AzureSignIn

/// Secrets are planted wherever one can be, and looked for in all that can be printed.
@Suite struct SecrecyTests {
  private static let audience = "https://api.loganalytics.io"
  private static let ids = [
    "AZURE_TENANT_ID": "contoso.example", "AZURE_CLIENT_ID": "CANARY-client-7f~Q",
  ]
  private static let statuses = [200, 400, 401, 403, 404, 410, 418, 429, 500]
  private static let codes = [
    nil, 7_000_215, 7_000_222, 700_016, 90002, 70011, 500_014, 700_024, 700_027, 70021, 50001, 9,
  ]

  /// Says back whatever it was sent, in every field of a refusal and as itself.
  private static func echo(_ request: HTTPRequest, status: Int, code: Int?) -> ExchangeAnswer {
    let sent =
      ([request.url, String(decoding: request.body, as: UTF8.self)] + request.fields
        + request.headerLines.map { $0.replacing(": ", with: " ") })
    let values = request.fields.compactMap { $0.split(separator: "=", maxSplits: 1).last }
    let text = (values.map(String.init) + sent).joined(separator: " ")
    var fields: [String: Any] = [
      "error": text, "error_description": code.map { "AADSTS\($0): \(text)" } ?? text,
      "message": text, "expires_in": text,
    ]
    if let code { fields["error_codes"] = [code] }
    let body = (try? JSONSerialization.data(withJSONObject: fields)) ?? Data()
    return ExchangeAnswer(
      status: status, retryAfter: text, date: "Tue, 24 Nov 2026 01:00:00 GMT", body: Array(body))
  }

  private static func echoing(_ status: Int, _ code: Int?, _ clock: FakeClock) -> Surroundings {
    Surroundings(
      exchange: { echo($0, status: status, code: code) }, now: { clock.now }, pause: { _ in },
      run: { arguments in
        CommandOutcome(exitCode: 5, output: [], complaints: arguments.joined(separator: " "))
      })
  }

  /// Everything that prints an error or a value.
  private static func printed(_ thing: Any) -> String {
    var text = "\(thing) " + String(reflecting: thing)
    dump(thing, to: &text)
    if let error = thing as? any Error {
      text += " " + error.localizedDescription
      text += " " + ((error as? any LocalizedError)?.errorDescription ?? "")
      text += " " + ((error as? any LocalizedError)?.recoverySuggestion ?? "")
    }
    return text
  }

  private static func expectNothing(of canaries: [String], in text: String) {
    for canary in canaries {
      #expect(!text.contains(canary), "\(canary) in: \(text)")
    }
  }

  /// Signs in against services that echo, and looks at every error.
  private static func signInEverywhere(
    _ credential: CredentialKind?, _ environment: [String: String], canaries: [String],
    clock: FakeClock = FakeClock()
  ) async throws {
    var errorCount = 0
    for status in statuses {
      for code in codes {
        let signIn = try SignIn(credential, environment, echoing(status, code, clock))
        do {
          _ = try await signIn.token(for: audience)
        } catch {
          errorCount += 1
          expectNothing(of: canaries, in: printed(error))
        }
        expectNothing(of: canaries, in: printed(signIn))
      }
    }
    #expect(errorCount == statuses.count * codes.count)
  }

  @Test func `a client secret is in no error`() async throws {
    let secret = "CANARY&secret=+%/~8Q"

    try await Self.signInEverywhere(
      nil, Self.ids.merging(["AZURE_CLIENT_SECRET": secret]) { $1 },
      canaries: [secret, percentEncoded(secret), "CANARY"])
  }

  @Test func `a client secret of a file is in no error`() async throws {
    let folder = TemporaryFolder()
    let file = try folder.write("secret", "CANARY-file-secret\n")

    try await Self.signInEverywhere(
      nil, Self.ids.merging(["TOKENBOOK_CLIENT_SECRET_FILE": file]) { $1 }, canaries: ["CANARY"])
  }

  @Test func `a federated token is in no error`() async throws {
    let folder = TemporaryFolder()
    let file = try folder.write("token", "CANARY.federated.token\n")

    try await Self.signInEverywhere(
      nil, Self.ids.merging(["AZURE_FEDERATED_TOKEN_FILE": file]) { $1 }, canaries: ["CANARY"])
  }

  @Test func `neither assertion nor key is in an error`() async throws {
    let made = try MadeCertificates()
    let pem = PEMFile(try made.folder.text("both.pem"))
    let keyLines = pem.keys[0].body.text.split(separator: "\n").map(String.init)
    // What every assertion starts with: the base64 of `{"alg":"PS256"`.
    let assertion = "eyJhbGciOiJQUzI1NiIs"

    try await Self.signInEverywhere(
      nil, Self.ids.merging(["AZURE_CLIENT_CERTIFICATE_PATH": made.both]) { $1 },
      canaries: keyLines + [assertion, "CANARY"], clock: FakeClock(Date()))
    let certificate = try ClientCertificate(
      Array(try made.folder.text("both.pem").utf8), file: "both.pem", sendsChain: false)
    Self.expectNothing(of: keyLines, in: Self.printed(certificate))
    Self.expectNothing(of: keyLines, in: Self.printed(pem))
  }

  @Test func `the header of an app service is in no error`() async throws {
    try await Self.signInEverywhere(
      .managed,
      [
        "IDENTITY_ENDPOINT": "http://127.0.0.1:1/msi/token", "IDENTITY_HEADER": "CANARY-header",
        "AZURE_CLIENT_ID": "b7c0b3b6-1111-2222-3333-444455556666",
      ], canaries: ["CANARY"])
  }

  @Test func `the az command's complaints are cleaned too`() async throws {
    var surroundings = Self.echoing(200, nil, FakeClock())
    surroundings.run = { _ in
      CommandOutcome(
        exitCode: 2, output: Array("CANARY".utf8),
        complaints: "bad token eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.CANARY.CANARY")
    }
    let signIn = try SignIn(.cli, [:], surroundings)

    let error = await #expect(throws: SignInError.self) {
      try await signIn.token(for: Self.audience)
    }

    Self.expectNothing(of: ["CANARY"], in: Self.printed(try #require(error)))
  }

  @Test func `a token that was issued before is in no later error`() async throws {
    let clock = FakeClock()
    let service = FakeService(
      .token("CANARY-1", expiresIn: 1), .token("CANARY-2"),
      .refusal(code: 9, "got CANARY-1 and CANARY-2"))
    let signIn = try SignIn(
      nil, Self.ids.merging(["AZURE_CLIENT_SECRET": "s3cret"]) { $1 },
      service.surroundings(clock))
    _ = try await signIn.token(for: Self.audience)
    _ = try await signIn.token(for: Self.audience)

    let error = await #expect(throws: SignInError.self) {
      try await signIn.token(for: "https://api.applicationinsights.io")
    }

    #expect(
      error
        == .refused(
          host: "login.microsoftonline.com", status: 401, code: 9,
          said: "got [removed] and [removed]"))
    Self.expectNothing(of: ["CANARY"], in: Self.printed(signIn))
  }

  /// Somebody writes the secret itself where its file, its tenant or its host belongs.
  @Test(arguments: [
    "TOKENBOOK_CLIENT_SECRET_FILE", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_FEDERATED_TOKEN_FILE",
    "AZURE_TENANT_ID", "AZURE_AUTHORITY_HOST", "IDENTITY_ENDPOINT",
    "AZURE_POD_IDENTITY_AUTHORITY_HOST",
  ])
  func `a secret in the wrong variable is not repeated`(variable: String) async {
    var environment = Self.ids.merging(["IDENTITY_HEADER": "h"]) { $1 }
    switch variable {
    case "AZURE_TENANT_ID", "AZURE_AUTHORITY_HOST": environment["AZURE_CLIENT_SECRET"] = "s"
    case "IDENTITY_ENDPOINT": environment = ["IDENTITY_HEADER": "h"]
    case "AZURE_POD_IDENTITY_AUTHORITY_HOST": environment = [:]
    default: break
    }
    environment[variable] = "x:CANARY~secret@y"

    let error = await #expect(throws: SignInError.self) {
      let signIn = try SignIn(nil, environment, Self.echoing(400, 9, FakeClock()))
      _ = try await signIn.token(for: Self.audience)
    }

    if let error { Self.expectNothing(of: ["CANARY"], in: Self.printed(error)) }
  }

  @Test func `no value that holds a secret prints it`() throws {
    let canary = Secret("CANARY")
    let things: [Any] = [
      canary, [canary], Redaction([canary]), Variables(["AZURE_CLIENT_SECRET": "CANARY"]),
      FormBody(["client_secret": "CANARY"]),
      try #require(TokenAnswer(Array(#"{"access_token":"CANARY"}"#.utf8))),
      try #require(TokenRefusal(Array(#"{"error_description":"CANARY"}"#.utf8))),
      ExchangeAnswer(status: 200, body: Array("CANARY".utf8)),
      CommandOutcome(exitCode: 0, output: Array("CANARY".utf8), complaints: "CANARY"),
      EntraApplication.Proof.secret(canary), ManagedIdentity.Place.appService(header: canary),
      try CredentialChoice(
        nil, Variables(Self.ids.merging(["AZURE_CLIENT_SECRET": "CANARY"]) { $1 }),
        trustedHosts: [], FakeService(.token()).surroundings()),
    ]

    for thing in things { Self.expectNothing(of: ["CANARY"], in: Self.printed(thing)) }
  }
}
