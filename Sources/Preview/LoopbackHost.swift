/// Whether a request's `Host` names this machine's own loopback, with any port.
///
/// A page of the web can let its own host name lead to 127.0.0.1 and then read what is served there
/// (DNS rebinding); the browser still says that name in `Host`.
package func namesLoopback(host: String) -> Bool {
  let host = host.lowercased()
  for name in ["127.0.0.1", "localhost", "[::1]"] where host.hasPrefix(name) {
    let rest = host.dropFirst(name.count)
    if rest.isEmpty { return true }
    let port = rest.dropFirst()
    return rest.first == ":" && (1...5).contains(port.utf8.count)
      && port.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
  return false
}
