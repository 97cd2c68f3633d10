/// Where a connection leads. All that an error says about a URL: the rest of it may hold secrets.
package struct Endpoint: Hashable, Sendable {
  /// Lower case; an IPv6 address without its brackets.
  package let host: String
  package let port: Int

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// On this machine, whatever a name server says.
  var isLoopback: Bool {
    host == "localhost" || host == "::1" || octets?.first == 127
  }

  /// Reaches no further than the machine's own link. Clouds tell a machine about itself there.
  var isLinkLocal: Bool { octets?.prefix(2) == [169, 254] }

  /// Of an IPv4 address.
  private var octets: [UInt8]? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let octets = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? UInt8(part) : nil
    }
    return parts.count == 4 && octets.count == 4 ? octets : nil
  }
}

extension Endpoint: CustomStringConvertible {
  /// The port is left out where it is the one of HTTPS.
  package var description: String { port == 443 ? hostInURL : withPort }

  /// `api.example:443`
  var withPort: String { "\(hostInURL):\(port)" }

  private var hostInURL: String { host.contains(":") ? "[\(host)]" : host }
}
