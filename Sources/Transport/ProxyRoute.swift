import AsyncHTTPClient
import Foundation

/// A proxy, and the hosts that are reached without it.
struct ProxyRoute: Sendable {
  let endpoint: Endpoint
  let authorization: HTTPClient.Authorization?
  private let exceptions: [String]

  init(_ text: String, exceptions: [String]) throws(TransportError) {
    guard
      let url = URL(string: text), url.scheme?.lowercased() == "http",
      let host = url.host, !host.isEmpty, ["", "/"].contains(url.path), url.query == nil
    else { throw .notAProxy }
    endpoint = Endpoint(
      host: host.lowercased().trimmingCharacters(in: ["[", "]"]), port: url.port ?? 80)
    authorization = url.user.map {
      .basic(
        username: $0.removingPercentEncoding ?? $0,
        password: url.password.map { $0.removingPercentEncoding ?? $0 } ?? "")
    }
    self.exceptions = exceptions.map { $0.lowercased().trimmingCharacters(in: .whitespaces) }
  }

  /// Plain HTTP stays on this machine, so no proxy has a part in it.
  func leads(to address: RequestAddress) -> Bool {
    address.isEncrypted && !exceptions.contains { covers($0, address.endpoint) }
  }

  /// `contoso.example`, `.contoso.example` and `*.contoso.example` mean the same; a port narrows them.
  private func covers(_ exception: String, _ endpoint: Endpoint) -> Bool {
    if exception == "*" { return true }
    var name = exception[...]
    if let colon = name.lastIndex(of: ":"), name.firstIndex(of: ":") == colon {
      guard Int(name[name.index(after: colon)...]) == endpoint.port else { return false }
      name = name[..<colon]
    }
    if name.hasPrefix("*") { name = name.dropFirst() }
    if name.hasPrefix(".") { name = name.dropFirst() }
    return !name.isEmpty && (endpoint.host == name || endpoint.host.hasSuffix("." + name))
  }
}
