import Foundation
import Testing
import Transport

@testable import AzureSignIn

@Suite struct ManagedIdentityTests {
  private static let audience = "https://api.loganalytics.io"
  private static let appService = [
    "IDENTITY_ENDPOINT": "http://127.0.0.1:41056/msi/token", "IDENTITY_HEADER": "h",
  ]
  private static let allTexts = ExchangeAnswer(
    status: 200,
    body: Array(
      """
      {"access_token":"stub-1","refresh_token":"","expires_in":"3599","expires_on":"1795489199",\
      "not_before":"1795485600","resource":"https://api.loganalytics.io","token_type":"Bearer"}
      """.utf8))

  private static func token(
    _ service: FakeService, _ environment: [String: String] = [:]
  ) async throws -> String {
    try await SignIn(.managed, environment, service.surroundings()).token(for: audience)
  }

  @Test func `a virtual machine asks its metadata service, never through a proxy`() async throws {
    let service = FakeService(Self.allTexts)

    let token = try await Self.token(service)

    let request = try #require(await service.requests.first)
    #expect(token == "stub-1")
    #expect(
      request.url == "http://169.254.169.254/metadata/identity/oauth2/token"
        + "?api-version=2018-02-01&resource=https%3A%2F%2Fapi.loganalytics.io")
    #expect(request.headerLines == ["Metadata: true"])
    #expect(request.method == .get)
    #expect(!request.usesProxy)
  }

  @Test func `another host and a user-assigned identity are asked for`() async throws {
    let service = FakeService(Self.allTexts)

    _ = try await Self.token(
      service,
      ["AZURE_POD_IDENTITY_AUTHORITY_HOST": "http://127.0.0.1:9999/", "AZURE_CLIENT_ID": "app"])

    #expect(
      await service.requests.map(\.url) == [
        "http://127.0.0.1:9999/metadata/identity/oauth2/token?api-version=2018-02-01"
          + "&resource=https%3A%2F%2Fapi.loganalytics.io&client_id=app"
      ])
  }

  @Test func `an app service asks its own endpoint with its header`() async throws {
    let service = FakeService(Self.allTexts)

    _ = try await Self.token(service, Self.appService)

    let request = try #require(await service.requests.first)
    #expect(
      request.url == "http://127.0.0.1:41056/msi/token?api-version=2019-08-01"
        + "&resource=https%3A%2F%2Fapi.loganalytics.io")
    #expect(request.headerLines == ["X-IDENTITY-HEADER: h"])
    #expect(!request.usesProxy)
  }

  @Test func `a service that is being updated is asked again`() async throws {
    let service = FakeService(.status(410), .status(404), Self.allTexts)

    #expect(try await Self.token(service) == "stub-1")
    #expect(await service.pauses == [.zero, .milliseconds(1600)])
  }

  @Test func `a long-lived token is renewed at half its life`() async throws {
    let clock = FakeClock()
    let service = FakeService(.token("a", expiresIn: 86_400), .token("b"))
    let signIn = try SignIn(.managed, [:], service.surroundings(clock))

    _ = try await signIn.token(for: Self.audience)
    clock.advance(seconds: 43_199)
    let before = try await signIn.token(for: Self.audience)
    clock.advance(seconds: 1)
    let after = try await signIn.token(for: Self.audience)

    #expect([before, after] == ["a", "b"])
  }

  @Test func `as the last resort the service is tried once, for a second`() async throws {
    let service = FakeService(.refusal(400, "Required metadata header not specified"), .token())
    let signIn = try SignIn(nil, [:], service.surroundings())

    _ = try await signIn.token(for: Self.audience)
    _ = try await signIn.token(for: "https://api.applicationinsights.io")

    let requests = await service.requests
    #expect(requests.map(\.headerLines) == [[], ["Metadata: true"], ["Metadata: true"]])
    #expect(requests[0].timeLimit == .seconds(1))
    #expect(!requests[0].usesProxy)
  }

  @Test func `without an answer of Azure there is no credential`() async throws {
    let host = Endpoint(host: "169.254.169.254", port: 80)
    let silent = FakeService([.failure(.connectTimedOut(host, after: .seconds(1)))])
    let otherClouds = [401, 403, 404].map { FakeService(.status($0)) }

    for service in [silent] + otherClouds {
      let signIn = try SignIn(nil, [:], service.surroundings())
      await #expect(throws: SignInError.noCredential) {
        try await signIn.token(for: Self.audience)
      }
      #expect(await service.requests.count == 1)
    }
  }

  @Test func `where it is named it is not tried first`() async throws {
    let service = FakeService(.token())

    _ = try await Self.token(service)

    #expect(await service.requests.count == 1)
  }

  @Test(
    arguments: [
      (
        400, "invalid_request", "Identity not found", [:],
        .noIdentity(isUserAssigned: false, said: "Identity not found")
      ),
      (
        400, "invalid_request", "Identity not found", ["AZURE_CLIENT_ID": "app"],
        .noIdentity(isUserAssigned: true, said: "Identity not found")
      ),
      (
        400, "invalid_request", "Required metadata header not specified", [:],
        .metadataHeaderMissing
      ),
      (
        400, "invalid_resource", "AADSTS50001: The application was not found", [:],
        .unknownAudience(audience)
      ),
      (401, "unauthorized", "", appService, .identityHeaderRefused),
      (
        403, "forbidden", "", [:],
        .refused(host: "169.254.169.254", status: 403, code: nil, said: "forbidden")
      ),
    ] as [(Int, String, String, [String: String], SignInError)])
  func `a refusal says what to look at`(
    status: Int, error: String, text: String, environment: [String: String], expected: SignInError
  ) async {
    let service = FakeService(.refusal(status, error: error, text))

    await #expect(throws: expected) { try await Self.token(service, environment) }
  }

  @Test func `an app service's own form of a refusal is read`() async {
    let json = #"{"statusCode":400,"message":"No User Assigned Managed Identity found"}"#
    let service = FakeService(ExchangeAnswer(status: 400, body: Array(json.utf8)))

    await #expect(
      throws: SignInError.noIdentity(
        isUserAssigned: false, said: "No User Assigned Managed Identity found")
    ) { try await Self.token(service, Self.appService) }
  }

  @Test func `a service that stays away or says nonsense is an error`() async {
    await #expect(throws: SignInError.serviceUnavailable(host: "169.254.169.254", status: 410)) {
      try await Self.token(FakeService(.status(410)))
    }
    await #expect(throws: SignInError.noTokenAnswer(host: "169.254.169.254", status: 200)) {
      try await Self.token(FakeService(.status(200)))
    }
  }
}
