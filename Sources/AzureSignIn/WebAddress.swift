import Foundation

/// The scheme, host, port and path that requests go to.
struct WebAddress: Hashable, Sendable {
  let isEncrypted: Bool
  /// In lower case, without the brackets of an IPv6 address.
  let host: String
  /// As it is put before a path: without a slash at its end.
  let text: String

  /// - Parameter text: Without a scheme it means `https`, as Azure's own tools read it.
  /// - Returns: nil for another scheme, a user name, a query or a fragment.
  init?(_ text: String) {
    var text = text.contains("://") ? text : "https://" + text
    while text.hasSuffix("/") { text.removeLast() }
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      scheme == "https" || scheme == "http", let host = parts.host, !host.isEmpty,
      parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil
    else { return nil }
    isEncrypted = scheme == "https"
    self.host = host.lowercased().trimmingCharacters(in: ["[", "]"])
    self.text = text
  }

  /// This machine itself.
  var isLoopback: Bool {
    host == "localhost" || host == "::1" || quad?.first == 127
  }

  /// An address that no router passes on: where Azure's hosts answer for a machine's identity.
  var isLinkLocal: Bool {
    quad.map { $0[0] == 169 && $0[1] == 254 } ?? false
  }

  /// The four numbers of an IPv4 address.
  private var quad: [UInt8]? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt8(part) : nil
    }
    return parts.count == 4 && numbers.count == 4 ? numbers : nil
  }
}
