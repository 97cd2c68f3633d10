import Foundation

/// A URL that a request may go to: HTTPS, or plain HTTP that does not leave this machine.
///
/// A cloud's own address for its machines, which offers no HTTPS, counts as this machine where no
/// proxy may come between.
struct RequestAddress: Hashable, Sendable {
  let url: String
  let endpoint: Endpoint
  let isEncrypted: Bool

  init(_ text: String, usesProxy: Bool = true) throws(TransportError) {
    guard
      let url = URL(string: text), let scheme = url.scheme?.lowercased(),
      ["http", "https"].contains(scheme), let host = url.host, Self.isPlain(host)
    else { throw .notAnAddress(Self.shown(text)) }

    isEncrypted = scheme == "https"
    let bareHost = host.lowercased().trimmingCharacters(in: ["[", "]"])
    endpoint = Endpoint(host: bareHost, port: url.port ?? (isEncrypted ? 443 : 80))
    guard url.user == nil, url.password == nil else { throw .signInInAddress(endpoint) }
    guard isEncrypted || endpoint.isLoopback || (endpoint.isLinkLocal && !usesProxy) else {
      throw .plainHTTP(endpoint)
    }
    self.url = text
  }

  /// Letters that every reader of a URL understands alike.
  private static func isPlain(_ host: String) -> Bool {
    !host.isEmpty
      && host.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-_:[]".unicodeScalars.contains($0))
      }
  }

  /// As much of a text that is no address as can hold no secret.
  private static func shown(_ text: String) -> String {
    let end = text.range(of: "://").map(\.upperBound) ?? text.startIndex
    let authority = text[end...].prefix { !"/?#\\".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return String((text[..<end] + host).prefix(80))
  }
}
