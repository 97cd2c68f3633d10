/// The hosts that may see a token.
package struct TrustedHosts: Hashable, Sendable {
  private let named: Set<String>

  /// - Parameter named: What `trusted_hosts` lists: each host for itself, not those below it.
  package init(named: [String] = []) {
    self.named = Set(named.map { $0.lowercased() })
  }

  /// - Parameter host: Without port; an IPv6 address without brackets.
  package func contains(_ host: String) -> Bool {
    // Letters that lower-case to ASCII letters would otherwise pass for them.
    guard host.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
    let host = host.lowercased()
    return named.contains(host)
      || trustedServiceHosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }
}

/// The hosts of the services themselves. Each stands for the hosts below it too: a cluster has one
/// of its own.
///
/// Of the query interfaces as Azure Monitor's documentation names them ("Access the API"), of
/// clusters as azure-kusto-data 6.0.4 trusts them (wellKnownKustoEndpoints.json).
package let trustedServiceHosts = [
  "api.loganalytics.azure.com", "api.loganalytics.io", "api.loganalytics.us",
  "api.loganalytics.azure.cn",
  "api.applicationinsights.io", "api.applicationinsights.azure.com", "api.applicationinsights.us",
  "ade.loganalytics.io", "ade.applicationinsights.io",
  "adx.loganalytics.azure.com", "adx.applicationinsights.azure.com", "adx.monitor.azure.com",
  "kusto.windows.net", "kusto.fabric.microsoft.com", "kusto.data.microsoft.com",
  "kusto.azuresynapse.net", "kusto.usgovcloudapi.net", "kusto.chinacloudapi.cn",
]
