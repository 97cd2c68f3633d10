import UsageModel

/// Why nobody is signed in. No case holds a secret, nor what a variable for one was set to.
package enum SignInError: Error, Hashable, Sendable {
  // What is configured.
  case missingVariables([String], credential: String)
  case noCredential
  case twoSecrets
  case unusableTenant
  case unusableAddress(variable: String)
  case plainHTTP(host: String, variable: String)
  case untrustedHost(String, variable: String)
  /// A managed identity of a kind that is not read, such as Azure Arc.
  case unsupportedIdentity(String)

  // Files that variables name.
  case noSuchFile(variable: String)
  case unreadableFile(String, variable: String)
  case emptyFile(String, variable: String)
  case fileTooLarge(String, variable: String)
  case pkcs12File(String)
  case notPEM(String)
  case noKey(String)
  case encryptedKey(String)
  case unusableKey(String)
  case noCertificate(String)
  case unusableCertificate(String)
  case keyOfAnotherCertificate(String)
  case certificateNotValid(
    String, from: CalendarDay, until: CalendarDay, today: CalendarDay)

  // What Entra refuses. Ids are nil where they do not look like ids.
  case wrongSecret(client: String?)
  case expiredSecret(client: String?)
  case unregisteredCertificate(String, client: String?)
  case noFederation(client: String?)
  case staleFederatedToken
  case unknownApplication(client: String?, tenant: String?)
  case unknownTenant(String?)
  case unknownAudience(String)
  case audienceDisabled(String)
  /// nil where the service only said that the time is wrong.
  case clockSkew(secondsAhead: Int?)
  case refused(host: String, status: Int, code: Int?, said: String)

  // What a managed identity's host answers.
  case noIdentity(isUserAssigned: Bool, said: String)
  case metadataHeaderMissing
  case identityHeaderRefused

  // Any token service.
  /// After every repetition.
  case serviceUnavailable(host: String, status: Int)
  case noTokenAnswer(host: String, status: Int)

  // The `az` command.
  case noAzureCommand
  case signedOutOfAzureCommand
  case azureCommandFailed(exitCode: Int, said: String)
  case noTokenFromAzureCommand

  /// Whether the same request may succeed a few minutes later.
  package var isTransient: Bool {
    if case .serviceUnavailable = self { true } else { false }
  }
}
