import Testing

@testable import Transport

@Suite struct ProxyTests {
  let server = FaultyServer.secure
  let proxy = FaultyServer(["proxy"])

  var target: Endpoint { Endpoint(host: "localhost", port: server.port) }
  var proxyURL: String { "http://127.0.0.1:\(proxy.port)" }

  @Test func `a request goes through the proxy, encrypted to its end`() async throws {
    let answer = try await get(server.secure("hello"), trusting(proxy: proxyURL))

    #expect(answer.text == "hello")
    #expect(try await proxy.asked() == ["localhost:\(server.port)"])
  }

  @Test func `a request that wants no proxy does not touch it`() async throws {
    let request = HTTPRequest(
      method: .get, url: server.secure("hello"), timeLimit: .seconds(60), usesProxy: false)

    let answer = try await exchange(request, trusting(proxy: proxyURL))

    #expect(answer.text == "hello")
    #expect(try await proxy.asked() == [])
  }

  @Test func `a host of the exceptions does not touch the proxy`() async throws {
    let settings = trusting(proxy: proxyURL, noProxyHosts: ["contoso.example", "localhost"])

    let answer = try await get(server.secure("hello"), settings)

    #expect(answer.text == "hello")
    #expect(try await proxy.asked() == [])
  }

  @Test func `plain HTTP to this machine does not touch the proxy`() async throws {
    let answer = try await get(FaultyServer.plain.plain("hello"), trusting(proxy: proxyURL))

    #expect(answer.text == "hello")
    #expect(try await proxy.asked() == [])
  }

  @Test func `a proxy that wants to know who asks is told`() async throws {
    let proxy = FaultyServer(["proxy", "tokenbook:p@ss word"])
    let signedIn = "http://tokenbook:p%40ss%20word@127.0.0.1:\(proxy.port)"

    let answer = try await get(server.secure("hello"), trusting(proxy: signedIn))
    let error = await failure(
      server.secure("hello"), trusting(proxy: "http://127.0.0.1:\(proxy.port)"))

    #expect(answer.text == "hello")
    #expect(error == .proxyWantsSignIn(Endpoint(host: "127.0.0.1", port: proxy.port)))
  }

  @Test func `a proxy that refuses the host is reported`() async {
    let error = await failure("https://query.invalid/v1", trusting(proxy: proxyURL))

    #expect(
      error
        == .proxyRefused(
          Endpoint(host: "127.0.0.1", port: proxy.port),
          target: Endpoint(host: "query.invalid", port: 443)))
  }

  @Test func `a proxy that is not there is reported`() async {
    let nobody = await failure(server.secure("hello"), trusting(proxy: "http://127.0.0.1:1"))
    let unknown = await failure(server.secure("hello"), trusting(proxy: "http://proxy.invalid"))

    #expect(nobody == .proxyUnreachable(Endpoint(host: "127.0.0.1", port: 1)))
    #expect(unknown == .proxyNameUnknown(Endpoint(host: "proxy.invalid", port: 80)))
  }

  @Test func `a proxy that says nothing is given up`() async {
    let deaf = FaultyServer(["deaf"])
    let settings = trusting(proxy: "http://127.0.0.1:\(deaf.port)", connectSeconds: 0.3)

    let error = await failure(server.secure("hello"), settings)

    #expect(
      error
        == .connectTimedOut(
          Endpoint(host: "127.0.0.1", port: deaf.port), after: .milliseconds(300)))
  }

  @Test func `an untrusted certificate is one through the proxy too`() async {
    let error = await failure(server.secure("hello"), TransportSettings(proxy: proxyURL))

    #expect(error == .tlsFailed(target, .unknownIssuer))
  }
}
