import Foundation
import Testing
import Transport

@testable import AzureSignIn

@Suite struct SignInTests {
  private static let audience = "https://api.loganalytics.io"
  private static let environment = [
    "AZURE_TENANT_ID": "contoso.example", "AZURE_CLIENT_ID": "app", "AZURE_CLIENT_SECRET": "s",
  ]

  private static func signIn(
    _ service: FakeService, _ clock: FakeClock = FakeClock()
  ) throws -> SignIn {
    try SignIn(nil, environment, service.surroundings(clock))
  }

  @Test func `a token is kept until 300 seconds before its end`() async throws {
    let clock = FakeClock()
    let service = FakeService(.token("a", expiresIn: 3600), .token("b"))
    let signIn = try Self.signIn(service, clock)

    let first = try await signIn.token(for: Self.audience)
    clock.advance(seconds: 3299)
    let kept = try await signIn.token(for: Self.audience)
    clock.advance(seconds: 1)
    let renewed = try await signIn.token(for: Self.audience)

    #expect([first, kept, renewed] == ["a", "a", "b"])
    #expect(await service.requests.count == 2)
  }

  @Test func `a token of a second is used once`() async throws {
    let service = FakeService(.token("a", expiresIn: 1), .token("b", expiresIn: 1))
    let signIn = try Self.signIn(service)

    let tokens = [
      try await signIn.token(for: Self.audience), try await signIn.token(for: Self.audience),
    ]

    #expect(tokens == ["a", "b"])
  }

  @Test func `each audience has its own token`() async throws {
    let service = FakeService(.token("a"), .token("b"))
    let signIn = try Self.signIn(service)

    let tokens = [
      try await signIn.token(for: Self.audience),
      try await signIn.token(for: "https://api.applicationinsights.io"),
      try await signIn.token(for: Self.audience),
    ]

    #expect(tokens == ["a", "b", "a"])
  }

  @Test func `a token that was refused is fetched again, the others are kept`() async throws {
    let service = FakeService(.token("a"), .token("b"), .token("c"))
    let signIn = try Self.signIn(service)
    _ = try await signIn.token(for: Self.audience)
    _ = try await signIn.token(for: "other")

    await signIn.forget("a")
    await signIn.forget("never issued")

    #expect(try await signIn.token(for: Self.audience) == "c")
    #expect(try await signIn.token(for: "other") == "b")
  }

  @Test func `callers at the same time share one fetch`() async throws {
    let service = SlowService()
    let signIn = try SignIn(nil, Self.environment, service.surroundings)

    let tokens = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<20 { group.addTask { try await signIn.token(for: Self.audience) } }
      await service.waitForRequest()
      await service.release()
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }

    #expect(tokens == ["stub-1"])
    #expect(await service.requestCount == 1)
  }

  @Test func `a failed fetch is not kept`() async throws {
    let service = FakeService(.refusal(code: 7_000_215, "no"), .token("a"))
    let signIn = try Self.signIn(service)

    await #expect(throws: SignInError.wrongSecret(client: nil)) {
      try await signIn.token(for: Self.audience)
    }
    #expect(try await signIn.token(for: Self.audience) == "a")
  }

  @Test func `an answer that is not reached is the transport's error`() async throws {
    let host = Endpoint(host: "login.microsoftonline.com", port: 443)
    let service = FakeService([.failure(.tlsFailed(host, .unknownIssuer))])
    let signIn = try Self.signIn(service)

    await #expect(throws: TransportError.tlsFailed(host, .unknownIssuer)) {
      try await signIn.token(for: Self.audience)
    }
  }
}

/// Answers nothing before it is told to.
private actor SlowService {
  private(set) var requestCount = 0
  private var isReleased = false
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var watchers: [CheckedContinuation<Void, Never>] = []

  nonisolated var surroundings: Surroundings {
    Surroundings(exchange: { _ in await self.answer() }, now: { FakeClock().now })
  }

  func answer() async -> ExchangeAnswer {
    requestCount += 1
    for watcher in watchers { watcher.resume() }
    watchers = []
    if !isReleased { await withCheckedContinuation { waiting.append($0) } }
    return .token()
  }

  func waitForRequest() async {
    if requestCount == 0 { await withCheckedContinuation { watchers.append($0) } }
  }

  func release() {
    isReleased = true
    for continuation in waiting { continuation.resume() }
    waiting = []
  }
}
