import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Says in our words what the libraries below report about one exchange.
struct FaultTranslation: Sendable {
  let endpoint: Endpoint
  /// The proxy the request goes through.
  let proxy: Endpoint?
  let settings: TransportSettings
  let timeLimit: Duration

  func error(for overdue: Patience.Overdue) -> TransportError {
    switch overdue {
    case .answer: .timedOut(endpoint, after: timeLimit)
    case .nextBytes: .stalled(endpoint, after: .seconds(settings.idleSeconds))
    }
  }

  func transportError(for error: any Error, receivedBytes: Int) async -> any Error {
    switch error {
    case is CancellationError: error
    case let error as HTTPClientError: client(error, receivedBytes)
    case let error as NIOConnectionError: connection(error)
    case let error as IOError: system(error, receivedBytes)
    case let error as NIOSSLError: await tls(error, receivedBytes)
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      TransportError.tlsFailed(endpoint, .otherHost)
    case is BoringSSLError, is NIOSSLExtraError: TransportError.tlsFailed(endpoint, .handshake)
    case ChannelError.connectTimeout: connectTimedOut
    case is ChannelError: cutOff(receivedBytes)
    case HTTPParserError.invalidEOFState: cutOff(receivedBytes)
    case is HTTPParserError: TransportError.notHTTP(endpoint)
    case NIOHTTPDecompression.DecompressionError.limit:
      TransportError.tooLarge(endpoint, mostBytes: settings.mostBytes)
    case let error as NIOHTTPDecompression.ExtraDecompressionError where error == .truncatedData:
      cutOff(receivedBytes)
    case is NIOHTTPDecompression.DecompressionError,
      is NIOHTTPDecompression.ExtraDecompressionError:
      TransportError.damagedCompression(endpoint)
    default: TransportError.failed(endpoint, fault: "\(type(of: error))")
    }
  }

  private var connectTimedOut: TransportError {
    .connectTimedOut(proxy ?? endpoint, after: .seconds(settings.connectSeconds))
  }

  private func cutOff(_ receivedBytes: Int) -> TransportError {
    .cutOff(endpoint, receivedBytes: receivedBytes)
  }

  private func client(_ error: HTTPClientError, _ receivedBytes: Int) -> any Error {
    switch error {
    case .remoteConnectionClosed, .uncleanShutdown: cutOff(receivedBytes)
    case .connectTimeout, .getConnectionFromPoolTimeout, .httpProxyHandshakeTimeout:
      connectTimedOut
    case .tlsHandshakeTimeout:
      TransportError.connectTimedOut(endpoint, after: .seconds(settings.connectSeconds))
    case .proxyAuthenticationRequired: TransportError.proxyWantsSignIn(proxy ?? endpoint)
    case .invalidProxyResponse: TransportError.proxyRefused(proxy ?? endpoint, target: endpoint)
    case .alreadyShutdown: TransportError.shutDown
    case .cancelled: Task.isCancelled ? CancellationError() : TransportError.shutDown
    default: TransportError.failed(endpoint, fault: error.shortDescription)
    }
  }

  private func connection(_ error: NIOConnectionError) -> TransportError {
    guard let failure = error.connectionErrors.first?.error else {
      return proxy.map(TransportError.proxyNameUnknown) ?? .nameUnknown(endpoint)
    }
    if case ChannelError.connectTimeout = failure { return connectTimedOut }
    if let proxy { return .proxyUnreachable(proxy) }
    let isRefused = error.connectionErrors.contains {
      ($0.error as? IOError)?.errnoCode == ECONNREFUSED
    }
    return isRefused ? .refused(endpoint) : .unreachable(endpoint)
  }

  private func system(_ error: IOError, _ receivedBytes: Int) -> TransportError {
    switch error.errnoCode {
    case ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN:
      if let proxy { return .proxyUnreachable(proxy) }
      return error.errnoCode == ECONNREFUSED ? .refused(endpoint) : .unreachable(endpoint)
    case ETIMEDOUT where receivedBytes == 0: return connectTimedOut
    default: return cutOff(receivedBytes)
    }
  }

  private func tls(_ error: NIOSSLError, _ receivedBytes: Int) async -> TransportError {
    guard case .handshakeFailed(.sslError(let stack)) = error else { return cutOff(receivedBytes) }
    if stack.contains(.eofDuringHandshake) { return cutOff(0) }
    // The library offers its reasons as text only.
    let reasons = stack.map(\.description)
    if reasons.contains(where: { $0.contains("CERTIFICATE_VERIFY_FAILED") }) {
      let dates = proxy == nil ? await certificateDates(shownBy: endpoint, settings) : []
      return .tlsFailed(endpoint, dates.lazy.compactMap(\.fault).first ?? .unknownIssuer)
    }
    let isPlain = reasons.contains { $0.contains("WRONG_VERSION") || $0.contains("HTTP_REQUEST") }
    return .tlsFailed(endpoint, isPlain ? .notTLS : .handshake)
  }
}
