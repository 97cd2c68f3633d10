import Foundation
import Transport

/// The identity that Azure gives a machine or an app; another host hands out its tokens.
struct ManagedIdentity: TokenSource {
  enum Place: Sendable {
    case appService(header: Secret)
    /// The instance metadata service of a virtual machine.
    case virtualMachine
  }

  let place: Place
  let address: WebAddress
  /// The client id of a user-assigned identity; nil for that of the machine itself.
  let client: String?
  /// Whether it is only tried because nothing else is configured.
  let isLastResort: Bool
  let surroundings: Surroundings

  /// Asks without the header that a real request needs: Azure's refusal is proof enough.
  func prepare() async throws {
    guard isLastResort else { return }
    let probe = HTTPRequest(
      method: .get, url: url(for: "https://management.azure.com"), headers: [], body: [],
      timeLimit: .seconds(1), usesProxy: false)
    guard let answer = try await firstAnswer(to: probe),
      // Other clouds and sandboxes have a service at the same address, and nothing at this path.
      ![401, 403, 404].contains(answer.status)
    else { throw SignInError.noCredential }
  }

  func token(for audience: String, hiding redaction: Redaction) async throws -> BearerToken {
    let asked = surroundings.now()
    let header =
      switch place {
      case .appService(let secret): (name: "X-IDENTITY-HEADER", value: secret.text)
      case .virtualMachine: (name: "Metadata", value: "true")
      }
    // 404 and 410: the service is being updated.
    let exchange = RepeatedExchange(surroundings: surroundings, passingStatuses: [404, 410])
    let answer = try await exchange(
      HTTPRequest(
        method: .get, url: url(for: audience), headers: [header], body: [],
        timeLimit: .seconds(30), usesProxy: false))
    if answer.status == 200, let token = TokenAnswer(answer.body) {
      return BearerToken(token, askedAt: asked, renewsAtHalfLife: true)
    }
    if exchange.isPassing(answer.status) {
      throw SignInError.serviceUnavailable(host: address.host, status: answer.status)
    }
    var redaction = redaction
    if case .appService(let secret) = place { redaction.hide(secret) }
    throw error(for: answer, audience: audience, hiding: redaction)
  }

  private func url(for audience: String) -> String {
    let version =
      switch place {
      case .appService: "2019-08-01"
      case .virtualMachine: "2018-02-01"
      }
    var query = FormBody(["api-version": version, "resource": audience])
    if let client { query.append("client_id", client) }
    return address.text + "?" + query.text
  }

  private func firstAnswer(to probe: HTTPRequest) async throws -> ExchangeAnswer? {
    do {
      return try await surroundings.exchange(probe)
    } catch is TransportError {
      return nil
    }
  }

  private func error(
    for answer: ExchangeAnswer, audience: String, hiding redaction: Redaction
  ) -> SignInError {
    let host = address.host
    if case .appService = place, answer.status == 401 || answer.status == 403 {
      return .identityHeaderRefused
    }
    guard answer.status >= 400, let refusal = TokenRefusal(answer.body) else {
      return .noTokenAnswer(host: host, status: answer.status)
    }
    let said = redaction.firstLine(
      of: refusal.text.text.isEmpty ? refusal.error : refusal.text.text)
    if answer.status != 400 {
      return .refused(host: host, status: answer.status, code: refusal.code, said: said)
    }
    if refusal.text.text.lowercased().contains("metadata header") { return .metadataHeaderMissing }
    if refusal.error == "invalid_resource" { return .unknownAudience(audience) }
    return .noIdentity(isUserAssigned: client != nil, said: said)
  }
}
