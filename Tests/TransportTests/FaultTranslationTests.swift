import AsyncHTTPClient
import NIOCore
import Testing

@testable import Transport

/// Faults of the libraries below that no server of these tests can bring about.
@Suite struct FaultTranslationTests {
  static let host = Endpoint(host: "api.example", port: 443)
  static let proxy = Endpoint(host: "proxy.example", port: 8080)

  static let table:
    [(fault: any Error & Sendable, direct: TransportError, proxied: TransportError)] = [
      (
        IOError(errnoCode: 113, reason: "EHOSTUNREACH"), .unreachable(host),
        .proxyUnreachable(proxy)
      ),
      (IOError(errnoCode: 111, reason: "ECONNREFUSED"), .refused(host), .proxyUnreachable(proxy)),
      (
        IOError(errnoCode: 104, reason: "ECONNRESET"), .cutOff(host, receivedBytes: 0),
        .cutOff(host, receivedBytes: 0)
      ),
      (
        IOError(errnoCode: 110, reason: "ETIMEDOUT"), .connectTimedOut(host, after: .seconds(15)),
        .connectTimedOut(proxy, after: .seconds(15))
      ),
      (
        ChannelError.connectTimeout(.seconds(15)), .connectTimedOut(host, after: .seconds(15)),
        .connectTimedOut(proxy, after: .seconds(15))
      ),
      (
        HTTPClientError.getConnectionFromPoolTimeout, .connectTimedOut(host, after: .seconds(15)),
        .connectTimedOut(proxy, after: .seconds(15))
      ),
      (
        HTTPClientError.tlsHandshakeTimeout, .connectTimedOut(host, after: .seconds(15)),
        .connectTimedOut(host, after: .seconds(15))
      ),
      (
        ChannelError.eof, .cutOff(host, receivedBytes: 0), .cutOff(host, receivedBytes: 0)
      ),
      (
        HTTPClientError.invalidHeaderFieldValues(["Bearer secret"]),
        .failed(host, fault: "Invalid header field values"),
        .failed(host, fault: "Invalid header field values")
      ),
      (Unknown(), .failed(host, fault: "Unknown"), .failed(host, fault: "Unknown")),
    ]

  struct Unknown: Error {
    let secret = "Bearer secret"
  }

  @Test(arguments: table.indices)
  func `a fault of a library is said in our words`(row: Int) async {
    let (fault, direct, proxied) = Self.table[row]

    for (proxy, expected) in [(nil, direct), (Self.proxy, proxied)] {
      let faults = FaultTranslation(
        endpoint: Self.host, proxy: proxy, settings: TransportSettings(), timeLimit: .seconds(60))
      let error = await faults.transportError(for: fault, receivedBytes: 0)
      #expect(error as? TransportError == expected)
    }
  }
}
