import UsageModel

extension CredentialChoice {
  /// The identity of the app service that runs us, else of the virtual machine.
  static func managed(
    _ variables: Variables, _ trustedHosts: [String], _ surroundings: Surroundings,
    isLastResort: Bool
  ) throws(SignInError) -> CredentialChoice {
    let client = variables[.client]
    guard let endpoint = variables[.identityEndpoint] else {
      if variables.has(.identityHeader) {
        throw .missingVariables(
          [Variable.identityEndpoint.rawValue], credential: CredentialKind.managed.rawValue)
      }
      let address = try identityAddress(
        variables[.metadataHost] ?? "http://169.254.169.254", .metadataHost, trustedHosts,
        path: "/metadata/identity/oauth2/token")
      return CredentialChoice(
        name: "managed (virtual machine)",
        source: ManagedIdentity(
          place: .virtualMachine, address: address, client: client, isLastResort: isLastResort,
          surroundings: surroundings))
    }
    if variables.has(.identityThumbprint) { throw .unsupportedIdentity("Service Fabric") }
    guard let header = variables.secret(.identityHeader) else {
      if variables.has(.metadataEndpoint) { throw .unsupportedIdentity("Azure Arc") }
      throw .missingVariables(
        [Variable.identityHeader.rawValue], credential: CredentialKind.managed.rawValue)
    }
    return CredentialChoice(
      name: "managed (app service)",
      source: ManagedIdentity(
        place: .appService(header: header),
        address: try identityAddress(endpoint, .identityEndpoint, trustedHosts), client: client,
        isLastResort: false, surroundings: surroundings))
  }
}

/// Tokens come from this machine, from an address that no router passes on, or from a trusted host.
private func identityAddress(
  _ written: String, _ variable: Variable, _ trustedHosts: [String], path: String = ""
) throws(SignInError) -> WebAddress {
  guard let host = WebAddress(written), let address = WebAddress(host.text + path) else {
    throw .unusableAddress(variable: variable.rawValue)
  }
  if address.isLoopback || address.isLinkLocal { return address }
  guard address.isEncrypted else {
    throw .plainHTTP(host: address.host, variable: variable.rawValue)
  }
  guard isListed(address.host, in: trustedHosts) else {
    throw .untrustedHost(address.host, variable: variable.rawValue)
  }
  return address
}
