import Foundation
import Testing
import Transport

@testable import AzureSignIn

@Suite struct RepeatedExchangeTests {
  private static let request = HTTPRequest(
    method: .get, url: "https://login.microsoftonline.com", timeLimit: .seconds(1))

  private static func exchange(
    _ service: FakeService, passing: Set<Int> = []
  ) async throws -> ExchangeAnswer {
    try await RepeatedExchange(surroundings: service.surroundings(), passingStatuses: passing)(
      request)
  }

  @Test(arguments: [429, 500, 502, 503, 599])
  func `a status that passes is asked again, after growing pauses`(status: Int) async throws {
    let service = FakeService(.status(status))

    let answer = try await Self.exchange(service)

    #expect(answer.status == status)
    #expect(await service.requests.count == 6)
    #expect(
      await service.pauses == [
        .zero, .milliseconds(1600), .milliseconds(3200), .milliseconds(6400),
        .milliseconds(12800),
      ])
  }

  @Test(arguments: [200, 400, 401, 403, 404, 410])
  func `any other status is the answer`(status: Int) async throws {
    let service = FakeService(.status(status))

    #expect(try await Self.exchange(service).status == status)
    #expect(await service.requests.count == 1)
  }

  @Test func `the first answer that will not change ends it`() async throws {
    let service = FakeService(.status(410), .status(410), .token())

    #expect(try await Self.exchange(service, passing: [404, 410]).status == 200)
    #expect(await service.pauses == [.zero, .milliseconds(1600)])
  }

  @Test func `a longer pause is made where the service asks for it, up to a minute`() async throws {
    let service = FakeService(
      .status(429, retryAfter: "7"), .status(429, retryAfter: "3600"),
      .status(429, retryAfter: "Tue, 24 Nov 2026 02:00:20 GMT"), .status(429, retryAfter: "nan"),
      .token())

    _ = try await Self.exchange(service)

    #expect(
      await service.pauses == [.seconds(7), .seconds(60), .seconds(20), .milliseconds(6400)])
  }

  @Test func `a lost connection is tried again, a foreign certificate is not`() async throws {
    let host = Endpoint(host: "login.microsoftonline.com", port: 443)
    let lost = FakeService([.failure(.refused(host)), .success(.token())])
    let foreign = FakeService([.failure(.tlsFailed(host, .unknownIssuer))])

    #expect(try await Self.exchange(lost).status == 200)
    await #expect(throws: TransportError.tlsFailed(host, .unknownIssuer)) {
      try await Self.exchange(foreign)
    }
    #expect(await foreign.requests.count == 1)
  }

  @Test func `the last fault is thrown`() async throws {
    let host = Endpoint(host: "login.microsoftonline.com", port: 443)
    let service = FakeService([.failure(.refused(host))])

    await #expect(throws: TransportError.refused(host)) { try await Self.exchange(service) }
    #expect(await service.requests.count == 6)
  }
}
