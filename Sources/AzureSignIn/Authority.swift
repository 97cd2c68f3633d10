/// The host that exchanges an application's proof for tokens.
struct Authority: Hashable, Sendable {
  /// Of the public cloud, of US Government and of China.
  static let knownHosts: Set<String> = [
    "login.microsoftonline.com", "login.microsoftonline.us", "login.chinacloudapi.cn",
  ]

  let address: WebAddress

  /// - Throws: where the host named by `AZURE_AUTHORITY_HOST` must not see a secret.
  init(_ variables: Variables, trustedHosts: [String]) throws(SignInError) {
    let written = variables[.authorityHost] ?? "login.microsoftonline.com"
    guard let address = WebAddress(written) else {
      throw .unusableAddress(variable: Variable.authorityHost.rawValue)
    }
    guard address.isEncrypted || address.isLoopback else {
      throw .plainHTTP(host: address.host, variable: Variable.authorityHost.rawValue)
    }
    guard Self.knownHosts.contains(address.host) || isListed(address.host, in: trustedHosts)
    else {
      throw .untrustedHost(address.host, variable: Variable.authorityHost.rawValue)
    }
    self.address = address
  }

  func tokenEndpoint(tenant: String) -> String {
    "\(address.text)/\(tenant)/oauth2/v2.0/token"
  }
}

/// Whether `trusted_hosts` has exactly this host, in upper or lower case.
func isListed(_ host: String, in trustedHosts: [String]) -> Bool {
  trustedHosts.contains { $0.lowercased() == host }
}
