import Foundation
import Transport
import UsageModel

/// Bearer tokens for the services that are asked, fetched when needed and kept while they last.
package actor SignIn {
  /// For the ledger, such as `environment (client secret)`.
  package nonisolated let credentialName: String

  private let source: any TokenSource
  private let now: @Sendable () -> Date
  private var isPrepared = false
  /// By audience.
  private var held: [String: BearerToken] = [:]
  private var fetches: [String: Task<Secret, any Error>] = [:]
  /// Every token there was: a service may repeat one in an error.
  private var issued = Redaction()

  /// - Parameters:
  ///   - credential: nil takes the first whose variables are present, never `cli`.
  ///   - environment: Where secrets, and the names of the files with secrets, come from.
  ///   - trustedHosts: Hosts beside Entra's own that may see a secret.
  ///   - now: The time, for the ends of tokens and for assertions.
  package init(
    credential: CredentialKind?, environment: [String: String], trustedHosts: [String],
    transport: Transport, now: @escaping @Sendable () -> Date
  ) throws(SignInError) {
    try self.init(
      credential, environment, trustedHosts: trustedHosts,
      Surroundings(exchange: transport.tokenExchange, now: now))
  }

  init(
    _ credential: CredentialKind?, _ environment: [String: String], trustedHosts: [String] = [],
    _ surroundings: Surroundings
  ) throws(SignInError) {
    let choice = try CredentialChoice(
      credential, Variables(environment), trustedHosts: trustedHosts, surroundings)
    credentialName = choice.name
    source = choice.source
    now = surroundings.now
  }

  /// A token for an audience such as `https://api.loganalytics.io`, kept until 300 s before it ends.
  ///
  /// Callers that ask at the same time share one fetch.
  ///
  /// - Throws: ``SignInError``, or the transport's error where the service is not reached.
  package func token(for audience: String) async throws -> String {
    if let token = held[audience], now() < token.renewal { return token.secret.text }
    let fetch = fetches[audience] ?? Task { try await fetched(for: audience) }
    fetches[audience] = fetch
    return try await fetch.value.text
  }

  /// The service refused this token: the next call fetches another.
  package func forget(_ token: String) {
    held = held.filter { $0.value.secret.text != token }
  }

  private func fetched(for audience: String) async throws -> Secret {
    defer { fetches[audience] = nil }
    if !isPrepared {
      try await source.prepare()
      isPrepared = true
    }
    let token = try await source.token(for: audience, hiding: issued)
    issued.hide(token.secret)
    held[audience] = token
    return token.secret
  }
}

extension SignIn: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package nonisolated var description: String { "sign-in with \(credentialName)" }
  package nonisolated var debugDescription: String { description }
  package nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}
