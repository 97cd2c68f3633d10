/// How every request of one ``Transport`` travels.
package struct TransportSettings: Hashable, Sendable {
  /// A PEM file with certificates to trust beside the system's own.
  package var certificateFile: String?
  /// `http://host:port`, which gets a CONNECT for each host.
  package var proxy: String?
  /// Hosts that are reached without the proxy: `contoso.example` also means its subdomains, `*` all.
  package var noProxyHosts: [String]
  /// The most bytes of one answer, counted after decompression.
  package var mostBytes: Int
  package var connectSeconds: Double
  /// How long an answer that has begun may pause. Before its first byte only the time limit counts:
  /// a query may compute for minutes.
  package var idleSeconds: Double

  package init(
    certificateFile: String? = nil,
    proxy: String? = nil,
    noProxyHosts: [String] = [],
    mostBytes: Int = 256 << 20,
    connectSeconds: Double = 15,
    idleSeconds: Double = 60
  ) {
    self.certificateFile = certificateFile
    self.proxy = proxy
    self.noProxyHosts = noProxyHosts
    self.mostBytes = mostBytes
    self.connectSeconds = connectSeconds
    self.idleSeconds = idleSeconds
  }
}
