import Testing

@testable import Transport

@Suite struct RedirectTests {
  @Test func `a redirect is an error, and not followed`() async throws {
    let server = FaultyServer(["serve"])
    let statuses = [300, 301, 302, 303, 307, 308]

    for status in statuses {
      let error = await failure(server.plain("redirect?code=\(status)&to=/hello"))

      #expect(
        error == .redirected(Endpoint(host: "127.0.0.1", port: server.port), toHost: "127.0.0.1"))
    }

    #expect(try await server.asked() == statuses.map { _ in "/redirect" })
  }

  @Test func `a token does not reach the host of a redirect`() async throws {
    let server = FaultyServer.plain
    let other = FaultyServer(["serve"])
    let request = HTTPRequest(
      method: .get,
      url: server.plain("redirect?to=http://127.0.0.2:\(other.port)/echo"),
      headers: [("Authorization", "Bearer secret")], timeLimit: .seconds(60))

    await #expect(
      throws: TransportError.redirected(
        Endpoint(host: "127.0.0.1", port: server.port), toHost: "127.0.0.2")
    ) { try await exchange(request) }

    #expect(try await other.asked() == [])
  }

  @Test func `a redirect to nowhere is an error`() async {
    let server = FaultyServer.plain

    let error = await failure(server.plain("redirect"))

    #expect(error == .redirected(Endpoint(host: "127.0.0.1", port: server.port), toHost: nil))
  }
}
