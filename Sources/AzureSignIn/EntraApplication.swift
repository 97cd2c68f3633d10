import Foundation
import Transport

/// An application of an Entra tenant that proves who it is (OAuth 2.0 client credentials).
struct EntraApplication: TokenSource {
  enum Proof: Sendable {
    case secret(Secret)
    case certificate(ClientCertificate)
    /// Names the file, which is written anew while we run.
    case federatedTokenFile(Secret)
  }

  let ids: ApplicationIDs
  let authority: Authority
  let proof: Proof
  let surroundings: Surroundings

  func token(for audience: String, hiding redaction: Redaction) async throws -> BearerToken {
    let asked = surroundings.now()
    let endpoint = authority.tokenEndpoint(tenant: ids.tenant)
    var form = FormBody([
      "client_id": ids.client, "scope": audience + "/.default",
      "grant_type": "client_credentials",
    ])
    let shown = try shownProof(to: endpoint, at: asked)
    switch proof {
    case .secret: form.append("client_secret", shown.text)
    case .certificate, .federatedTokenFile:
      form.append(
        "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
      form.append("client_assertion", shown.text)
    }
    let answer = try await RepeatedExchange(surroundings: surroundings)(
      HTTPRequest(
        method: .post, url: endpoint,
        headers: [
          (name: "Content-Type", value: FormBody.contentType),
          (name: "Accept", value: "application/json"),
        ],
        body: form.bytes, timeLimit: .seconds(30)))
    if answer.status == 200, let token = TokenAnswer(answer.body) {
      return BearerToken(token, askedAt: asked)
    }
    throw error(
      for: answer, audience: audience, hiding: redaction.hiding(ids.unshown + [shown]))
  }

  /// What the service sees of the proof.
  private func shownProof(to endpoint: String, at now: Date) throws -> Secret {
    switch proof {
    case .secret(let secret): return secret
    case .federatedTokenFile(let path):
      return try secret(in: .federatedTokenFile, path: path.text)
    case .certificate(let certificate):
      try certificate.checkDays(at: now)
      return try ClientAssertion(
        certificate, client: ids.client, audience: endpoint, now: now, id: surroundings.newID()
      ).token
    }
  }
}
