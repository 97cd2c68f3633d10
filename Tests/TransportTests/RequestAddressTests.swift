import Testing

@testable import Transport

@Suite struct RequestAddressTests {
  @Test(arguments: [
    ("https://api.loganalytics.azure.com/v1", "api.loganalytics.azure.com"),
    ("HTTPS://API.example:8443/v1?q=1", "api.example:8443"),
    ("https://10.0.0.1", "10.0.0.1"),
    ("https://[2001:db8::1]/", "[2001:db8::1]"),
    ("http://127.0.0.1:8080/", "127.0.0.1:8080"),
    ("http://127.255.0.9/", "127.255.0.9:80"),
    ("http://localhost:1/", "localhost:1"),
    ("http://LOCALHOST/", "localhost:80"),
    ("http://[::1]:8080/", "[::1]:8080"),
    ("https://a%2eexample/", "a.example"),
    ("https://exämple.example/", "xn--exmple-cua.example"),
  ])
  func `a request may go to`(url: String, endpoint: String) throws {
    #expect(try RequestAddress(url).endpoint.description == endpoint)
  }

  @Test(arguments: [
    ("http://api.example/v1", "api.example", 80),
    ("http://169.254.169.254/metadata", "169.254.169.254", 80),
    ("http://127.0.0.1.example/", "127.0.0.1.example", 80),
    ("http://localhost.example/", "localhost.example", 80),
    ("http://128.0.0.1:8080/", "128.0.0.1", 8080),
    ("http://0.0.0.0/", "0.0.0.0", 80),
    ("http://127.1/", "127.1", 80),
    ("http://127.0.0.256/", "127.0.0.256", 80),
    ("http://[::ffff:10.0.0.1]/", "::ffff:10.0.0.1", 80),
  ])
  func `plain HTTP goes to no other machine`(url: String, host: String, port: Int) {
    #expect(throws: TransportError.plainHTTP(Endpoint(host: host, port: port))) {
      try RequestAddress(url)
    }
  }

  @Test(arguments: [
    "https://user@api.example/", "https://user:pass@api.example/", "https://:pass@api.example",
  ])
  func `an address holds no user name`(url: String) {
    #expect(throws: TransportError.signInInAddress(Endpoint(host: "api.example", port: 443))) {
      try RequestAddress(url)
    }
  }

  @Test(arguments: [
    ("", ""), ("api.example/v1?key=secret", "api.example"),
    ("ftp://api.example/", "ftp://api.example"),
    ("https://", "https://"), ("https:///v1", "https://"), ("https://a b/", "https://a b"),
    ("https://user:secret@a b/", "https://a b"), ("https://a%2fb/", "https://a%2fb"),
    ("http+unix://%2Ftmp%2Fsocket/", "http+unix://%2Ftmp%2Fsocket"),
  ])
  func `what is no address is named without what may be secret`(url: String, shown: String) {
    #expect(throws: TransportError.notAnAddress(shown)) { try RequestAddress(url) }
  }

  @Test func `plain HTTP goes to a cloud's own address only where no proxy comes between`() throws {
    let metadata = "http://169.254.169.254/metadata/identity/oauth2/token"

    #expect(
      try RequestAddress(metadata, usesProxy: false).endpoint.description == "169.254.169.254:80")
    for elsewhere in ["169.253.169.254", "169.254.169.254.example", "10.0.0.1"] {
      #expect(throws: TransportError.plainHTTP(Endpoint(host: elsewhere, port: 80))) {
        try RequestAddress("http://\(elsewhere)/", usesProxy: false)
      }
    }
  }

  @Test func `a refused address is not connected to`() async {
    let error = await failure("http://query.invalid/v1?key=secret")

    #expect(error == .plainHTTP(Endpoint(host: "query.invalid", port: 80)))
  }

  @Test func `a header with a line break is not sent, and not shown`() async {
    let request = HTTPRequest(
      method: .get, url: FaultyServer.plain.plain("hello"),
      headers: [("Authorization", "Bearer secret\r\nHost: elsewhere")], timeLimit: .seconds(60))

    await #expect(throws: TransportError.unprintableHeader("Authorization")) {
      try await exchange(request)
    }
  }
}
