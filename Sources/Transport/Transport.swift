import AsyncHTTPClient
import Foundation
import NIOCore
import NIOSSL

/// Sends requests over HTTPS and hands over the answers as they arrive.
///
/// Never follows a redirect, logs nothing, and reads no environment variable.
package struct Transport: Sendable {
  private let settings: TransportSettings
  private let proxy: ProxyRoute?
  private let connections: Connections

  package init(_ settings: TransportSettings) throws(TransportError) {
    var certificates: [NIOSSLCertificate] = []
    if let file = settings.certificateFile {
      certificates = try trustedCertificates(inFile: file)
    }
    var proxy: ProxyRoute?
    if let text = settings.proxy {
      proxy = try ProxyRoute(text, exceptions: settings.noProxyHosts)
    }
    self.settings = settings
    self.proxy = proxy
    connections = Connections(settings, proxy: proxy, trusting: certificates)
  }

  /// Hands over the answer's bytes, decompressed, as they arrive; returns when the last has come.
  ///
  /// No more is read from the network while `receive` works on what it got. An answer without a
  /// body calls it never, and every status but a redirect is an answer.
  ///
  /// - Throws: ``TransportError``, `CancellationError`, or what `receive` throws.
  nonisolated(nonsending)
    package func exchange(
      _ request: HTTPRequest,
      receive: (HTTPHead, UnsafeRawBufferPointer) throws -> Void
    ) async throws -> HTTPHead
  {
    let address = try RequestAddress(request.url, usesProxy: request.usesProxy)
    let route = request.usesProxy && proxy?.leads(to: address) == true ? proxy : nil
    let fetch = AnswerFetch(
      message: try HTTPClientRequest(request),
      client: connections.client(throughProxy: route != nil),
      patience: Patience(
        timeLimit: request.timeLimit, longestPause: .seconds(settings.idleSeconds)),
      faults: FaultTranslation(
        endpoint: address.endpoint, proxy: route?.endpoint, settings: settings,
        timeLimit: request.timeLimit))

    return try await fetch.pieces { pieces, taken in
      var head: HTTPHead?
      var byteCount = 0
      for try await piece in pieces {
        switch piece {
        case .head(let answer):
          if let error = redirect(answer, from: address) { throw error }
          head = answer
        case .bytes(let buffer):
          byteCount += buffer.readableBytes
          guard byteCount <= settings.mostBytes else {
            throw TransportError.tooLarge(address.endpoint, mostBytes: settings.mostBytes)
          }
          if let head { try buffer.withUnsafeReadableBytes { try receive(head, $0) } }
        }
        taken.yield()
      }
      try Task.checkCancellation()
      guard let head else { throw TransportError.cutOff(address.endpoint, receivedBytes: 0) }
      return head
    }
  }

  private func redirect(_ answer: HTTPHead, from address: RequestAddress) -> TransportError? {
    guard (300...399).contains(answer.status), answer.status != 304 else { return nil }
    let target = answer.header("Location").flatMap {
      URL(string: $0, relativeTo: URL(string: address.url))
    }
    return .redirected(address.endpoint, toHost: target?.host)
  }

  /// Closes the connections; a running exchange fails. To be called once nothing more is wanted.
  package func shutDown() async {
    await connections.shutDown()
  }
}
