/// The environment variables that say who signs in. The names of Azure's own tools, but for one.
enum Variable: String, CaseIterable, Sendable {
  case tenant = "AZURE_TENANT_ID"
  case client = "AZURE_CLIENT_ID"
  case clientSecret = "AZURE_CLIENT_SECRET"
  /// Names a file that holds the client secret and nothing else.
  case clientSecretFile = "TOKENBOOK_CLIENT_SECRET_FILE"
  case certificatePath = "AZURE_CLIENT_CERTIFICATE_PATH"
  case sendCertificateChain = "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN"
  case federatedTokenFile = "AZURE_FEDERATED_TOKEN_FILE"
  case authorityHost = "AZURE_AUTHORITY_HOST"
  case identityEndpoint = "IDENTITY_ENDPOINT"
  case identityHeader = "IDENTITY_HEADER"
  /// Set beside ``identityEndpoint`` where Service Fabric gives the identity.
  case identityThumbprint = "IDENTITY_SERVER_THUMBPRINT"
  /// Set beside ``identityEndpoint`` where Azure Arc gives the identity.
  case metadataEndpoint = "IMDS_ENDPOINT"
  case metadataHost = "AZURE_POD_IDENTITY_AUTHORITY_HOST"
}

/// The environment, of which a variable that is set to nothing is not set.
struct Variables: Sendable {
  private let texts: [Variable: Secret]

  init(_ environment: [String: String]) {
    var texts: [Variable: Secret] = [:]
    for variable in Variable.allCases {
      if let text = environment[variable.rawValue], !text.isEmpty { texts[variable] = Secret(text) }
    }
    self.texts = texts
  }

  subscript(_ variable: Variable) -> String? { texts[variable]?.text }

  func secret(_ variable: Variable) -> Secret? { texts[variable] }

  func has(_ variable: Variable) -> Bool { texts[variable] != nil }

  func missing(of variables: [Variable]) -> [Variable] { variables.filter { !has($0) } }
}
