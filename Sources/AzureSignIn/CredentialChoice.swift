import UsageModel

/// Which credential signs in, and its name for the ledger.
struct CredentialChoice: Sendable {
  let name: String
  let source: any TokenSource

  /// - Parameter kind: nil takes the first of environment, workload and managed whose variables are
  ///   present. One that is present in part is an error: passing it over would sign in as another.
  init(
    _ kind: CredentialKind?, _ variables: Variables, trustedHosts: [String],
    _ surroundings: Surroundings
  ) throws(SignInError) {
    switch kind ?? kindPresent(in: variables) {
    case .environment:
      self = try Self.environment(variables, trustedHosts, surroundings)
    case .workload:
      self = try Self.workload(variables, trustedHosts, surroundings)
    case .managed:
      self = try Self.managed(
        variables, trustedHosts, surroundings,
        isLastResort: kind == nil && !variables.has(.metadataHost))
    case .cli:
      self.init(name: "cli (az)", source: AzureCommand(surroundings: surroundings))
    }
  }

  init(name: String, source: any TokenSource) {
    self.name = name
    self.source = source
  }

  private static func environment(
    _ variables: Variables, _ trustedHosts: [String], _ surroundings: Surroundings
  ) throws(SignInError) -> CredentialChoice {
    let needed: [Variable] = [.tenant, .client]
    let hasProof = !provingVariables.allSatisfy { !variables.has($0) }
    let missing = variables.missing(of: needed + (hasProof ? [] : [.clientSecret]))
    guard missing.isEmpty else {
      throw .missingVariables(
        missing.map(\.rawValue), credential: CredentialKind.environment.rawValue)
    }
    let (name, proof) = try proof(variables)
    let application = EntraApplication(
      ids: try ApplicationIDs(variables, for: CredentialKind.environment.rawValue),
      authority: try Authority(variables, trustedHosts: trustedHosts), proof: proof,
      surroundings: surroundings)
    return CredentialChoice(name: "environment (\(name))", source: application)
  }

  /// The secret before the certificate, as Azure's own libraries have it.
  private static func proof(
    _ variables: Variables
  ) throws(SignInError) -> (name: String, EntraApplication.Proof) {
    if variables.has(.clientSecret), variables.has(.clientSecretFile) { throw .twoSecrets }
    if let text = variables.secret(.clientSecret) { return ("client secret", .secret(text)) }
    if let path = variables[.clientSecretFile] {
      return ("client secret file", .secret(try secret(in: .clientSecretFile, path: path)))
    }
    let path = variables[.certificatePath] ?? ""
    let sendsChain = ["1", "true"].contains(variables[.sendCertificateChain]?.lowercased())
    let certificate = try ClientCertificate(
      try contents(of: .certificatePath, path: path), file: path, sendsChain: sendsChain)
    return ("client certificate", .certificate(certificate))
  }

  private static func workload(
    _ variables: Variables, _ trustedHosts: [String], _ surroundings: Surroundings
  ) throws(SignInError) -> CredentialChoice {
    let credential = CredentialKind.workload.rawValue
    let missing = variables.missing(of: [.tenant, .client, .federatedTokenFile])
    guard missing.isEmpty, let path = variables.secret(.federatedTokenFile) else {
      throw .missingVariables(missing.map(\.rawValue), credential: credential)
    }
    let application = EntraApplication(
      ids: try ApplicationIDs(variables, for: credential),
      authority: try Authority(variables, trustedHosts: trustedHosts),
      proof: .federatedTokenFile(path), surroundings: surroundings)
    return CredentialChoice(name: "workload (federated token file)", source: application)
  }
}

private let provingVariables: [Variable] = [.clientSecret, .clientSecretFile, .certificatePath]

private func kindPresent(in variables: Variables) -> CredentialKind {
  if provingVariables.contains(where: variables.has) { return .environment }
  if variables.has(.federatedTokenFile) { return .workload }
  // A client id alone chooses among a machine's identities; a tenant belongs to an application.
  return variables.has(.tenant) ? .environment : .managed
}
