import Testing

@testable import Transport

@Suite struct ProxyRouteTests {
  @Test(arguments: [
    ("contoso.example", true), ("CONTOSO.example", true), (".contoso.example", true),
    ("*.contoso.example", true), ("query.contoso.example", true), (" contoso.example ", true),
    ("*", true), ("contoso.example:443", true), ("contoso.example:8443", false),
    ("oso.example", false), ("contoso", false), ("", false), (".", false),
    ("api.query.contoso.example", false),
  ])
  func `an exception covers a host and what is below it`(exception: String, covers: Bool) throws {
    let proxy = try ProxyRoute("http://proxy.example:8080", exceptions: ["other", exception])
    let address = try RequestAddress("https://query.contoso.example/v1")

    #expect(proxy.leads(to: address) == !covers)
  }

  @Test func `an IPv6 address is not a host with a port`() throws {
    let proxy = try ProxyRoute("http://proxy.example:8080", exceptions: ["2001:db8::1"])

    #expect(try !proxy.leads(to: RequestAddress("https://[2001:db8::1]/")))
    #expect(try proxy.leads(to: RequestAddress("https://[2001:db8::2]/")))
  }

  @Test(arguments: [
    "proxy.example:8080", "https://proxy.example:8080", "socks5://proxy.example",
    "http://proxy.example/path", "http://", "",
  ])
  func `what is no proxy is an error before any request`(text: String) {
    #expect(throws: TransportError.notAProxy) { try Transport(TransportSettings(proxy: text)) }
  }
}
