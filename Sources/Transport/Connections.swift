import AsyncHTTPClient
import NIOCore
import NIOSSL

/// The open connections of one ``Transport``.
final class Connections: Sendable {
  private let direct: HTTPClient
  private let proxied: HTTPClient?

  init(_ settings: TransportSettings, proxy: ProxyRoute?, trusting: [NIOSSLCertificate]) {
    var configuration = Self.configuration(settings, trusting: trusting)
    direct = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    guard let proxy else {
      proxied = nil
      return
    }
    configuration.proxy = .server(
      host: proxy.endpoint.host, port: proxy.endpoint.port, authorization: proxy.authorization)
    proxied = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  func client(throughProxy: Bool) -> HTTPClient {
    throughProxy ? proxied ?? direct : direct
  }

  func shutDown() async {
    // A second call finds them closed, which is what was wanted.
    try? await direct.shutdown()
    try? await proxied?.shutdown()
  }

  /// The library stops a program that forgets an open client.
  deinit {
    direct.shutdown { _ in }
    proxied?.shutdown { _ in }
  }

  private static func configuration(
    _ settings: TransportSettings, trusting: [NIOSSLCertificate]
  ) -> HTTPClient.Configuration {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.minimumTLSVersion = .tlsv12
    tls.certificateVerification = .fullVerification
    if !trusting.isEmpty { tls.additionalTrustRoots = [.certificates(trusting)] }

    var configuration = HTTPClient.Configuration(
      tlsConfiguration: tls,
      redirectConfiguration: .disallow,
      timeout: .init(connect: .milliseconds(Int64(settings.connectSeconds * 1000))),
      decompression: .enabled(limit: .size(settings.mostBytes)))
    configuration.httpVersion = .http1Only
    // A failed connection is reported at once, with its reason; who asked decides about another try.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 16
    return configuration
  }
}
