import Foundation

/// Whoever is signed in with the `az` command.
struct AzureCommand: TokenSource {
  let surroundings: Surroundings

  func token(for audience: String, hiding redaction: Redaction) async throws -> BearerToken {
    let asked = surroundings.now()
    let outcome: CommandOutcome
    do {
      outcome = try await surroundings.run([
        "az", "account", "get-access-token", "--output", "json", "--resource", audience,
      ])
    } catch is CocoaError {
      throw SignInError.noAzureCommand
    }
    if outcome.exitCode == CommandOutcome.notFound { throw SignInError.noAzureCommand }
    guard outcome.exitCode == 0 else {
      if outcome.complaints.contains("az login") { throw SignInError.signedOutOfAzureCommand }
      throw SignInError.azureCommandFailed(
        exitCode: Int(outcome.exitCode), said: redaction.firstLine(of: outcome.complaints))
    }
    guard let answer = TokenAnswer(outcome.output) else {
      throw SignInError.noTokenFromAzureCommand
    }
    return BearerToken(answer, askedAt: asked)
  }
}
