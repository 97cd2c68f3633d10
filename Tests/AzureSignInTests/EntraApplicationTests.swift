import Foundation
import Testing
import Transport
import UsageModel

@testable import AzureSignIn

@Suite struct EntraApplicationTests {
  static let audience = "https://api.loganalytics.io"
  static let client = "6f2c0d3e-1111-2222-3333-444455556666"
  static let application = ["AZURE_TENANT_ID": "contoso.example", "AZURE_CLIENT_ID": client]

  private static func token(
    _ service: FakeService, _ environment: [String: String], _ clock: FakeClock = FakeClock()
  ) async throws -> String {
    try await SignIn(
      nil, application.merging(environment) { $1 }, service.surroundings(clock)
    ).token(for: audience)
  }

  @Test func `a secret is sent as a form to the tenant's endpoint`() async throws {
    let service = FakeService(.token())

    let token = try await Self.token(service, ["AZURE_CLIENT_SECRET": "a&b"])

    let request = try #require(await service.requests.first)
    #expect(token == "stub-1")
    #expect(request.method == .post)
    #expect(request.url == "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token")
    #expect(
      request.headerLines
        == ["Content-Type: application/x-www-form-urlencoded", "Accept: application/json"])
    #expect(
      String(decoding: request.body, as: UTF8.self)
        == "client_id=6f2c0d3e-1111-2222-3333-444455556666"
        + "&scope=https%3A%2F%2Fapi.loganalytics.io%2F.default"
        + "&grant_type=client_credentials&client_secret=a%26b")
    #expect(request.usesProxy)
  }

  @Test func `a certificate's assertion is for the endpoint it is sent to`() async throws {
    let made = try MadeCertificates()
    let service = FakeService(.token())

    _ = try await Self.token(
      service, ["AZURE_CLIENT_CERTIFICATE_PATH": made.both], FakeClock(Date()))

    let request = try #require(await service.requests.first)
    #expect(
      request.fields.dropLast() == [
        "client_id=\(Self.client)", "scope=https://api.loganalytics.io/.default",
        "grant_type=client_credentials",
        "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      ])
    let assertion = try #require(field("client_assertion", of: request))
    #expect(
      assertion.wholeMatch(of: /[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]{342}/) != nil)
  }

  @Test func `a certificate is not used after its last day`() async throws {
    let made = try MadeCertificates(days: 1)
    let file = made.both
    let now = FakeClock(Date(timeIntervalSinceNow: 5 * 86_400))
    let service = FakeService(.token())

    let error = await #expect(throws: SignInError.self) {
      try await Self.token(service, ["AZURE_CLIENT_CERTIFICATE_PATH": file], now)
    }

    guard case .certificateNotValid(file, let from, let until, let today) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(from < until && until < today)
    #expect(await service.requests.isEmpty)
  }

  @Test func `a federated token is read anew for each fetch`() async throws {
    let folder = TemporaryFolder()
    let file = try folder.write("token", "first\n")
    let service = FakeService(.token("a"), .token("b"))
    let signIn = try SignIn(
      nil, Self.application.merging(["AZURE_FEDERATED_TOKEN_FILE": file]) { $1 },
      service.surroundings())

    let first = try await signIn.token(for: Self.audience)
    try folder.write("token", "second\n")
    await signIn.forget(first)
    _ = try await signIn.token(for: Self.audience)

    #expect(
      await service.requests.map { field("client_assertion", of: $0) } == ["first", "second"])
  }

  @Test func `an audience that ends in a slash keeps it`() async throws {
    let service = FakeService(.token())
    let signIn = try SignIn(
      nil, Self.application.merging(["AZURE_CLIENT_SECRET": "s3cret"]) { $1 },
      service.surroundings())

    _ = try await signIn.token(for: "https://api.loganalytics.io/")

    #expect(
      await service.requests.map { field("scope", of: $0) }
        == ["https://api.loganalytics.io//.default"])
  }

  @Test(
    arguments: [
      (7_000_215, .wrongSecret(client: client)),
      (7_000_222, .expiredSecret(client: client)),
      (700_016, .unknownApplication(client: client, tenant: "contoso.example")),
      (90002, .unknownTenant("contoso.example")),
      (900_023, .unknownTenant("contoso.example")),
      (70011, .unknownAudience(audience)),
      (500_011, .unknownAudience(audience)),
      (500_014, .audienceDisabled(audience)),
      (700_024, .clockSkew(secondsAhead: nil)),
      (70021, .noFederation(client: client)),
      (700_213, .noFederation(client: client)),
      (
        53003,
        .refused(host: "login.microsoftonline.com", status: 401, code: 53003, said: "because")
      ),
    ] as [(Int, SignInError)])
  func `a refusal is what its number says`(code: Int, error: SignInError) async {
    let service = FakeService(.refusal(code: code, "because"))

    await #expect(throws: error) {
      try await Self.token(service, ["AZURE_CLIENT_SECRET": "s3cret"])
    }
    #expect(await service.requests.count == 1)
  }

  @Test func `the number may stand in the list only, or in the text only`() async {
    let inList = #"{"error":"invalid_client","error_codes":[7000222]}"#
    let inText = #"{"error_description":"AADSTS7000222: x","error_codes":"7"}"#

    for json in [inList, inText] {
      let service = FakeService(ExchangeAnswer(status: 400, body: Array(json.utf8)))
      await #expect(throws: SignInError.expiredSecret(client: Self.client)) {
        try await Self.token(service, ["AZURE_CLIENT_SECRET": "s3cret"])
      }
    }
  }

  @Test func `ids that do not look like ids are not repeated`() async {
    let service = FakeService(.refusal(code: 700_016, "no"))

    await #expect(throws: SignInError.unknownApplication(client: nil, tenant: nil)) {
      try await Self.token(
        service,
        [
          "AZURE_CLIENT_SECRET": "s3cret", "AZURE_CLIENT_ID": "mixed~up",
          "AZURE_TENANT_ID": "mixedUp",
        ])
    }
  }

  @Test func `a clock that is off is named where the time of an assertion is refused`() async throws
  {
    let folder = TemporaryFolder()
    let environment = ["AZURE_FEDERATED_TOKEN_FILE": try folder.write("token", "t")]
    // The clock says 02:00:00.
    let off = ExchangeAnswer.refusal(
      code: 700_024, "x", date: "Tue, 24 Nov 2026 01:53:00 GMT")
    let right = ExchangeAnswer.refusal(
      code: 700_024, "x", date: "Tue, 24 Nov 2026 01:56:00 GMT")

    await #expect(throws: SignInError.clockSkew(secondsAhead: 420)) {
      try await Self.token(FakeService(off), environment)
    }
    await #expect(throws: SignInError.staleFederatedToken) {
      try await Self.token(FakeService(right), environment)
    }
  }

  @Test func `a certificate that Entra does not know is named by its file`() async throws {
    let made = try MadeCertificates()
    let service = FakeService(.refusal(code: 700_027, "x"))

    await #expect(
      throws: SignInError.unregisteredCertificate(made.both, client: Self.client)
    ) {
      try await Self.token(
        service, ["AZURE_CLIENT_CERTIFICATE_PATH": made.both], FakeClock(Date()))
    }
  }

  @Test(arguments: [(200, "<html>login</html>"), (200, #"{"error":"x"}"#), (404, ""), (403, "no")])
  func `what is no token answer is said to be none`(status: Int, body: String) async {
    let service = FakeService(ExchangeAnswer(status: status, body: Array(body.utf8)))

    await #expect(
      throws: SignInError.noTokenAnswer(host: "login.microsoftonline.com", status: status)
    ) { try await Self.token(service, ["AZURE_CLIENT_SECRET": "s3cret"]) }
  }

  @Test func `a service that stays busy is an error that may pass`() async throws {
    let error = await #expect(throws: SignInError.self) {
      try await Self.token(FakeService(.status(503)), ["AZURE_CLIENT_SECRET": "s3cret"])
    }

    #expect(error == .serviceUnavailable(host: "login.microsoftonline.com", status: 503))
    #expect(error?.isTransient == true)
    #expect(!SignInError.twoSecrets.isTransient)
  }
}
