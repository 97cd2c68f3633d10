/// Scheme, host and port of a web address, and whether more follows.
struct WebAddress: Hashable {
  /// Lower case.
  let scheme: String
  /// Lower case; an IPv6 address without brackets.
  let host: String
  let port: Int?
  /// A path other than `/`, a query or a fragment.
  let hasMore: Bool

  /// - Returns: nil also with a user name: `@` is in no host.
  init?(_ text: String) {
    guard let separator = text.firstRange(of: "://") else { return nil }
    let rest = text[separator.upperBound...]
    let authority = rest.prefix { !"/?#\\".contains($0) }
    guard let (host, port) = hostAndPort(authority) else { return nil }
    self.scheme = text[..<separator.lowerBound].lowercased()
    self.host = host
    self.port = port
    hasMore = !["", "/"].contains(rest[authority.endIndex...])
  }

  /// Without what follows the port.
  var text: String {
    scheme + "://" + (host.contains(":") ? "[\(host)]" : host) + (port.map { ":\($0)" } ?? "")
  }

  var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
}

/// Whether it is a name of dot-separated labels, an IPv4 address, or an IPv6 address without
/// brackets.
func isHost(_ text: some StringProtocol) -> Bool {
  guard !text.isEmpty, text.utf8.count <= 253, text.utf8.allSatisfy({ $0 < 0x80 }) else {
    return false
  }
  if text.contains(":") {
    return text.count(where: { $0 == ":" }) >= 2
      && text.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
  }
  return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
    !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
      && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
  }
}

private func hostAndPort(_ authority: Substring) -> (host: String, port: Int?)? {
  var host = authority
  var port: Substring?
  if authority.hasPrefix("[") {
    guard let end = authority.firstIndex(of: "]") else { return nil }
    host = authority[..<end].dropFirst()
    guard host.contains(":") else { return nil }
    let rest = authority[end...].dropFirst()
    guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
    port = rest.isEmpty ? nil : rest.dropFirst()
  } else if let colon = authority.firstIndex(of: ":") {
    host = authority[..<colon]
    port = authority[colon...].dropFirst()
  }
  guard isHost(host) else { return nil }
  guard let port else { return (host.lowercased(), nil) }
  guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(port),
    (1...65_535).contains(number)
  else { return nil }
  return (host.lowercased(), number)
}
