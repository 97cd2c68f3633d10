import Foundation
import Transport

extension EntraApplication {
  /// The codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
  func error(
    for answer: ExchangeAnswer, audience: String, hiding redaction: Redaction
  ) -> SignInError {
    let host = authority.address.host
    if RepeatedExchange(surroundings: surroundings).isPassing(answer.status) {
      return .serviceUnavailable(host: host, status: answer.status)
    }
    guard answer.status >= 400, let refusal = TokenRefusal(answer.body) else {
      return .noTokenAnswer(host: host, status: answer.status)
    }
    let skew = clockSkewSeconds(answer.date)
    switch refusal.code {
    case 7_000_215: return .wrongSecret(client: ids.shownClient)
    case 7_000_222: return .expiredSecret(client: ids.shownClient)
    case 700_016: return .unknownApplication(client: ids.shownClient, tenant: ids.shownTenant)
    case 90002, 900_023: return .unknownTenant(ids.shownTenant)
    case 70011, 500_011, 50001: return .unknownAudience(audience)
    case 500_014: return .audienceDisabled(audience)
    case 700_024:
      if case .federatedTokenFile = proof, skew == nil { return .staleFederatedToken }
      return .clockSkew(secondsAhead: skew)
    case 700_027:
      if let skew { return .clockSkew(secondsAhead: skew) }
      if case .certificate(let certificate) = proof {
        return .unregisteredCertificate(certificate.file, client: ids.shownClient)
      }
    case 70021, 700_211, 700_212, 700_213: return .noFederation(client: ids.shownClient)
    default: break
    }
    let text = refusal.code.map { refusal.text.text.trimmingPrefix("AADSTS\($0): ") }
    let said = text.map(String.init) ?? refusal.text.text
    return .refused(
      host: host, status: answer.status, code: refusal.code,
      said: redaction.firstLine(of: said.isEmpty ? refusal.error : said))
  }

  /// How far this machine's clock is ahead of the service's; nil within the tolerated 5 minutes.
  private func clockSkewSeconds(_ date: String?) -> Int? {
    let now = surroundings.now()
    guard let date = date.flatMap({ httpDate($0, now: now) }) else { return nil }
    let seconds = now.timeIntervalSince(date)
    return abs(seconds) > 300 ? Int(seconds) : nil
  }
}
