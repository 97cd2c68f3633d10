/// Why there is no whole answer. Says of a URL only the host and the port.
package enum TransportError: Error, Hashable, Sendable {
  // Settings that cannot be meant.
  case certificateFileUnreadable(String)
  case noCertificateInFile(String)
  /// Without the setting's text, which may hold a password.
  case notAProxy

  // Requests that are not sent.
  case notAnAddress(String)
  case signInInAddress(Endpoint)
  case plainHTTP(Endpoint)
  /// By its name; its value may be a token.
  case unprintableHeader(String)

  // No connection.
  case nameUnknown(Endpoint)
  case refused(Endpoint)
  case unreachable(Endpoint)
  case connectTimedOut(Endpoint, after: Duration)
  case proxyNameUnknown(Endpoint)
  case proxyUnreachable(Endpoint)
  case proxyWantsSignIn(Endpoint)
  case proxyRefused(Endpoint, target: Endpoint)
  case tlsFailed(Endpoint, TLSFault)

  // No whole answer.
  case timedOut(Endpoint, after: Duration)
  case stalled(Endpoint, after: Duration)
  case cutOff(Endpoint, receivedBytes: Int)
  case notHTTP(Endpoint)
  case damagedCompression(Endpoint)
  case tooLarge(Endpoint, mostBytes: Int)
  /// `toHost` is nil where the answer does not say.
  case redirected(Endpoint, toHost: String?)

  /// The connections were closed by ``Transport/shutDown()``.
  case shutDown
  /// A fault that none of the others names, by the name its library gives it.
  case failed(Endpoint, fault: String)

  /// Why a server's proof of who it is was not accepted.
  package enum TLSFault: Hashable, Sendable {
    case unknownIssuer
    case otherHost
    /// Days are in UTC, `2026-11-24`; today is this machine's.
    case expired(day: String, today: String)
    case notYetValid(day: String, today: String)
    case notTLS
    case handshake
  }
}

extension TransportError {
  /// Whether the same request may well succeed a little later.
  package var isTransient: Bool {
    switch self {
    case .nameUnknown, .refused, .unreachable, .connectTimedOut, .proxyNameUnknown,
      .proxyUnreachable, .proxyRefused, .timedOut, .stalled, .cutOff, .failed:
      true
    case .certificateFileUnreadable, .noCertificateInFile, .notAProxy, .notAnAddress,
      .signInInAddress, .plainHTTP, .unprintableHeader, .proxyWantsSignIn, .tlsFailed, .notHTTP,
      .damagedCompression, .tooLarge, .redirected, .shutDown:
      false
    }
  }
}
