import Foundation
import Testing

@testable import Transport

@Suite struct CertificateTests {
  let server = FaultyServer.secure

  @Test(arguments: ["localhost", "127.0.0.1"])
  func `a certificate of the company's CA is trusted when its file is named`(
    host: String
  ) async throws {
    let answer = try await get("https://\(host):\(server.port)/hello", trusting())

    #expect(answer.text == "hello")
  }

  @Test func `a certificate of the company's CA is not trusted otherwise`() async {
    let error = await failure(server.secure("hello"))

    #expect(
      error == .tlsFailed(Endpoint(host: "localhost", port: server.port), .unknownIssuer))
  }

  @Test(arguments: ["localhost", "127.0.0.1"])
  func `another host's certificate is not accepted`(host: String) async {
    let server = FaultyServer(certificate: "other-host")

    let error = await failure("https://\(host):\(server.port)/hello", trusting())

    #expect(error == .tlsFailed(Endpoint(host: host, port: server.port), .otherHost))
  }

  @Test func `an expired certificate is told apart from an unknown one`() async {
    let server = FaultyServer(certificate: "expired")

    let error = await failure(server.secure("hello"), trusting())

    #expect(
      error
        == .tlsFailed(
          Endpoint(host: "localhost", port: server.port),
          .expired(day: "2020-02-01", today: today())))
  }

  @Test func `a certificate that is not valid yet points at the clock`() async {
    let server = FaultyServer(certificate: "early")

    let error = await failure(server.secure("hello"), trusting())

    #expect(
      error
        == .tlsFailed(
          Endpoint(host: "localhost", port: server.port),
          .notYetValid(day: "2099-01-01", today: today())))
  }

  @Test func `a server without TLS is told apart`() async {
    let server = FaultyServer.plain

    let error = await failure(server.secure("hello"))

    #expect(error == .tlsFailed(Endpoint(host: "localhost", port: server.port), .notTLS))
  }

  @Test(arguments: ["truncated", "half-chunked"])
  func `an encrypted answer cut off half-way is no answer`(path: String) async {
    let error = await failure(server.secure(path), trusting())

    let endpoint = Endpoint(host: "localhost", port: server.port)
    let possible = [0, 4].map { TransportError.cutOff(endpoint, receivedBytes: $0) }
    #expect(error.map(possible.contains) == true)
  }

  @Test func `an encrypted answer without a length that ends without a farewell is no answer`()
    async
  {
    let error = await failure(server.secure("no-length"), trusting())

    #expect(
      error
        == .cutOff(Endpoint(host: "localhost", port: server.port), receivedBytes: 4))
  }

  @Test func `a certificate file that is missing is an error before any request`() {
    #expect(throws: TransportError.certificateFileUnreadable("/none/ca.pem")) {
      try Transport(TransportSettings(certificateFile: "/none/ca.pem"))
    }
  }

  @Test func `a certificate file without a certificate is an error before any request`() {
    #expect(throws: TransportError.noCertificateInFile(#filePath)) {
      try Transport(TransportSettings(certificateFile: #filePath))
    }
    let key = Certificates.file("ca.key")
    #expect(throws: TransportError.noCertificateInFile(key)) {
      try Transport(TransportSettings(certificateFile: key))
    }
  }

  @Test func `dates are judged to the second`() {
    let dates = CertificateDates(
      firstSecond: Date(timeIntervalSince1970: 0), lastSecond: Date(timeIntervalSince1970: 86_400))

    #expect(dates.fault(now: Date(timeIntervalSince1970: 0)) == nil)
    #expect(dates.fault(now: Date(timeIntervalSince1970: 86_400)) == nil)
    #expect(
      dates.fault(now: Date(timeIntervalSince1970: 86_401))
        == .expired(day: "1970-01-02", today: "1970-01-02"))
    #expect(
      dates.fault(now: Date(timeIntervalSince1970: -1))
        == .notYetValid(day: "1970-01-01", today: "1969-12-31"))
  }

  private func today() -> String { Date().formatted(.iso8601.year().month().day()) }
}
