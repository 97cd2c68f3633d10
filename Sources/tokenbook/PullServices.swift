import AzureMonitor
import AzureSignIn
import Foundation
import Transport
import UsageModel
import WorkbookFolder

/// What all sources of one pull share: the connections, the pace, and who is signed in.
final class PullServices: Sendable {
  /// Decompressed. The service itself cuts an answer off below.
  private static let mostBytes = 128 << 20

  /// Runs `body`, and closes the connections however it ends.
  static func using<Result>(
    _ settings: Settings, _ body: (PullServices) async throws -> Result
  ) async throws -> Result {
    let services = try PullServices(settings)
    do {
      let result = try await body(services)
      await services.transport.shutDown()
      return result
    } catch {
      await services.transport.shutDown()
      throw error
    }
  }

  private let settings: Settings
  private let environment = ProcessInfo.processInfo.environment
  private let transport: Transport
  private let pace = RequestPace()

  private init(_ settings: Settings) throws(TransportError) {
    self.settings = settings
    transport = try Transport(
      TransportSettings(
        certificateFile: settings.certificateFile,
        proxy: settings.proxy ?? proxyOfEnvironment(environment),
        noProxyHosts: (environment["NO_PROXY"] ?? environment["no_proxy"] ?? "")
          .split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) },
        mostBytes: Self.mostBytes))
  }

  func signIn(for source: ServiceSource) throws(SignInError) -> SignIn {
    try SignIn(
      credential: source.credential, environment: environment,
      trustedHosts: settings.trustedHosts, transport: transport, now: { Date() })
  }

  func queryService(for source: ServiceSource, signIn: SignIn) -> QueryService {
    QueryService(source, transport: transport, signIn: signIn, pace: pace, delays: delays)
  }

  /// `TOKENBOOK_RETRY_SECONDS` is how long the first wait is, for rehearsals that have no time.
  private var delays: RetryDelays {
    guard let seconds = environment["TOKENBOOK_RETRY_SECONDS"].flatMap(Double.init), seconds >= 0
    else { return RetryDelays() }
    return RetryDelays(first: .seconds(seconds), throttled: .seconds(seconds * 30))
  }

}

/// A variable that is set to nothing is not set; a proxy without a scheme is one of http, as other
/// programs take it.
private func proxyOfEnvironment(_ environment: [String: String]) -> String? {
  let written = ["HTTPS_PROXY", "https_proxy"].compactMap { environment[$0] }
    .first { !$0.isEmpty }
  return written.map { $0.contains("://") ? $0 : "http://" + $0 }
}
