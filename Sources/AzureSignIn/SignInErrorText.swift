import Foundation

extension SignInError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .missingVariables(let names, let credential):
      "the credential '\(credential)' needs \(listed(names)), "
        + (names.count == 1 ? "which is not set" : "which are not set")
    case .noCredential:
      "no credential is configured, and this machine has no managed identity"
    case .twoSecrets: "AZURE_CLIENT_SECRET and TOKENBOOK_CLIENT_SECRET_FILE are both set"
    case .unusableTenant: "AZURE_TENANT_ID is neither a GUID nor a domain"
    case .unusableAddress(let variable): "\(variable) is not the address of a host"
    case .plainHTTP(let host, let variable):
      "\(variable) names '\(host)' with plain http, which would show a secret to the network"
    case .untrustedHost(let host, let variable):
      "\(variable) names '\(host)', which is not a sign-in host of Azure"
    case .unsupportedIdentity(let place): "tokenbook cannot use a managed identity of \(place)"

    case .noSuchFile(let variable): "the file that \(variable) names does not exist"
    case .unreadableFile(let file, let variable):
      "the file '\(file)' that \(variable) names cannot be read"
    case .emptyFile(let file, let variable): "the file '\(file)' that \(variable) names is empty"
    case .fileTooLarge(let file, let variable):
      "the file '\(file)' that \(variable) names is larger than 1 MB"
    case .pkcs12File(let file): "'\(file)' is a PKCS #12 (PFX) file; tokenbook reads PEM"
    case .notPEM(let file): "'\(file)' is no PEM file: it has no line that starts '-----BEGIN'"
    case .noKey(let file): "'\(file)' has no private key"
    case .encryptedKey(let file): "the private key in '\(file)' is encrypted"
    case .unusableKey(let file):
      "the private key in '\(file)' is not an RSA key of 2,048 bits or more"
    case .noCertificate(let file): "'\(file)' has a private key but no certificate"
    case .unusableCertificate(let file): "'\(file)' has a certificate that cannot be read"
    case .keyOfAnotherCertificate(let file):
      "the private key in '\(file)' belongs to none of the certificates beside it"
    case .certificateNotValid(let file, let from, let until, let today):
      today < from
        ? "the certificate in '\(file)' is valid from \(from) on, and it is \(today)"
        : "the certificate in '\(file)' was valid until \(until), and it is \(today)"

    case .wrongSecret(let client): "the client secret of \(application(client)) is wrong"
    case .expiredSecret(let client): "the client secret of \(application(client)) has expired"
    case .unregisteredCertificate(let file, let client):
      "\(application(client)) does not know the certificate in '\(file)'"
    case .noFederation(let client):
      "\(application(client)) trusts no federated token like the one it was shown"
    case .staleFederatedToken: "the token in the file of AZURE_FEDERATED_TOKEN_FILE has expired"
    case .unknownApplication(let client, let tenant):
      "\(application(client)) does not exist in \(tenantNamed(tenant))"
    case .unknownTenant(let tenant): "\(tenantNamed(tenant)) does not exist"
    case .unknownAudience(let audience): "there are no tokens for the audience '\(audience)'"
    case .audienceDisabled(let audience):
      "tokens for the audience '\(audience)' are switched off in this cloud"
    case .clockSkew(let secondsAhead): clockText(secondsAhead)
    case .refused(let host, let status, let code, let said):
      "'\(host)' refused the sign-in with \(code.map { "AADSTS\($0)" } ?? "status \(status)")"
        + (said.isEmpty ? "" : ": \(said)")

    case .noIdentity(let isUserAssigned, let said):
      (isUserAssigned
        ? "the managed identity of AZURE_CLIENT_ID is not assigned here"
        : "no managed identity is assigned here") + (said.isEmpty ? "" : ": \(said)")
    case .metadataHeaderMissing:
      "the header 'Metadata: true' got lost on the way to the machine's identity service"
    case .identityHeaderRefused: "the app service does not accept the value of IDENTITY_HEADER"

    case .serviceUnavailable(let host, let status):
      "'\(host)' gave no token: it answered \(status) each of "
        + "\(RepeatedExchange.pauses.count + 1) times"
    case .noTokenAnswer(let host, let status):
      "what '\(host)' answered with status \(status) is no answer of a sign-in service"

    case .noAzureCommand: "the command 'az' is not installed"
    case .signedOutOfAzureCommand: "nobody is signed in with the command 'az'"
    case .azureCommandFailed(let exitCode, let said):
      "the command 'az account get-access-token' ended with \(exitCode)"
        + (said.isEmpty ? "" : ": \(said)")
    case .noTokenFromAzureCommand: "the command 'az account get-access-token' printed no token"
    }
  }
}

private func listed(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}

private func application(_ client: String?) -> String {
  client.map { "the application '\($0)'" } ?? "the application of AZURE_CLIENT_ID"
}

private func tenantNamed(_ tenant: String?) -> String {
  tenant.map { "the tenant '\($0)'" } ?? "the tenant of AZURE_TENANT_ID"
}

private func clockText(_ secondsAhead: Int?) -> String {
  guard let secondsAhead else {
    return "the sign-in service finds the time in the certificate's assertion wrong"
  }
  return "this machine's clock is \(abs(secondsAhead)) seconds "
    + (secondsAhead > 0 ? "ahead of" : "behind") + " the sign-in service's"
}
