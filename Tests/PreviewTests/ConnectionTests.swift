import NIOCore
import NIOEmbedded
import Testing

@testable import Preview

/// Bytes in, bytes out, as a connection carries them.
@Suite struct ConnectionTests {
  static let everyHeader = """
    Cache-Control: no-store
    Content-Security-Policy: default-src 'self'; img-src 'self' data:
    Cross-Origin-Resource-Policy: same-origin
    X-Content-Type-Options: nosniff
    """

  @Test func `an answer carries its headers and body`() throws {
    #expect(
      try answers("GET /daily.csv HTTP/1.1\nHost: localhost\n\n") == """
        HTTP/1.1 200 OK
        Content-Type: text/csv; charset=utf-8
        Content-Length: 9
        \(Self.everyHeader)
        Connection: keep-alive

        day,cost

        """)
  }

  @Test func `HEAD has the headers of GET and no body`() throws {
    #expect(
      try answers("HEAD /daily.csv HTTP/1.1\nHost: localhost\n\n") == """
        HTTP/1.1 200 OK
        Content-Type: text/csv; charset=utf-8
        Content-Length: 9
        \(Self.everyHeader)
        Connection: keep-alive


        """)
  }

  @Test func `a folder's answer says where it is`() throws {
    #expect(
      try answers("GET /teams HTTP/1.1\nHost: localhost\nConnection: close\n\n") == """
        HTTP/1.1 302 Found
        Content-Type: text/plain; charset=utf-8
        Content-Length: 13
        \(Self.everyHeader)
        Location: ./teams/
        Connection: close

        see ./teams/

        """)
  }

  @Test func `requests of one connection are answered in their order`() throws {
    let text = try answers(
      """
      POST / HTTP/1.1
      Host: localhost
      Content-Length: 3

      a=bGET /none HTTP/1.1
      Host: localhost

      GET /daily.csv HTTP/1.1
      Host: evil.example


      """)

    #expect(statuses(text) == ["405 Method Not Allowed", "404 Not Found", "403 Forbidden"])
    #expect(text.contains("\nAllow: GET, HEAD\n"))
  }

  @Test(arguments: [
    ("GET / HTTP/1.1\n\n", "403 Forbidden"),
    ("GET / HTTP/1.0\n\n", "403 Forbidden"),
    ("GET / HTTP/1.1\nHost: localhost\nHost: evil.example\n\n", "403 Forbidden"),
    ("GET http://localhost/daily.csv HTTP/1.1\nHost: localhost\n\n", "404 Not Found"),
    ("GET //daily.csv HTTP/1.1\nHost: localhost\n\n", "404 Not Found"),
    ("GET /%2e%2e/charges.sqlite HTTP/1.1\nHost: localhost\n\n", "404 Not Found"),
    ("GET /..%5ccharges.sqlite HTTP/1.1\nHost: localhost\n\n", "404 Not Found"),
    ("GET /../charges.sqlite HTTP/1.1\nHost: localhost\n\n", "404 Not Found"),
    ("OPTIONS * HTTP/1.1\nHost: localhost\n\n", "405 Method Not Allowed"),
    ("GET daily.csv\n\n", "400 Bad Request"),
    ("nonsense\n\n", "400 Bad Request"),
  ])
  func `a request that is none of ours is refused`(request: String, status: String) throws {
    #expect(statuses(try answers(request)) == [status])
  }

  @Test func `an endless address is refused`() throws {
    let address = "/" + String(repeating: "a", count: 5000)

    #expect(
      statuses(try answers("GET \(address) HTTP/1.1\nHost: localhost\n\n"))
        == ["414 URI Too Long"])
  }

  @Test func `a header without an end is cut off`() throws {
    let endless = "GET / HTTP/1.1\nHost: localhost\nX: " + String(repeating: "a", count: 200_000)

    #expect(statuses(try answers(endless)).first?.hasPrefix("4") == true)
  }

  /// - Parameter request: With LF for CRLF, as in what is returned.
  private func answers(_ request: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("day,cost\n", to: "site/daily.csv")
    try folder.write("page", to: "site/teams/index.html")
    try folder.write("secret", to: "charges.sqlite")
    let site = PreviewedSite(folder: folder.path + "/site", run: "7")
    site.show(.built(pages: 1))
    let channel = EmbeddedChannel()
    try addHandlers(to: channel, site: site)
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    // What a refused connection still sends is not read.
    _ = try? channel.writeInbound(
      ByteBuffer(
        string: request.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "\r\n")))
    var text = ""
    while let bytes = try channel.readOutbound(as: ByteBuffer.self) {
      text += String(buffer: bytes)
    }
    _ = try? channel.finish()
    return text.replacing("\r\n", with: "\n")
  }

  private func statuses(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("HTTP/1.1 ") }.map { String($0.dropFirst(9)) }
  }
}
