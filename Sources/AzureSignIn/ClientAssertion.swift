import ContentHash
import Foundation

/// A statement of ten minutes, signed with a certificate's key, that proves who an application is.
///
/// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
struct ClientAssertion: Sendable {
  static let lifetimeSeconds = 600

  /// The JSON Web Token (RFC 7515).
  let token: Secret

  init(
    _ certificate: ClientCertificate, client: String, audience: String, now: Date, id: UUID
  ) throws {
    let start = Int(now.timeIntervalSince1970.rounded(.down))
    let header = Header(
      thumbprint: base64URL(sha256(certificate.certificate.bytes)),
      chain: certificate.chain.isEmpty
        ? nil : certificate.chain.map { Data($0).base64EncodedString() })
    let claims = Claims(
      aud: audience, iss: client, sub: client, jti: id.uuidString.lowercased(), nbf: start,
      exp: start + Self.lifetimeSeconds)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let signed = try base64URL(encoder.encode(header)) + "." + base64URL(encoder.encode(claims))
    token = Secret(signed + "." + base64URL(try certificate.key.signature(of: signed)))
  }

  private struct Header: Encodable {
    let alg = "PS256"
    let typ = "JWT"
    let thumbprint: String
    let chain: [String]?

    enum CodingKeys: String, CodingKey {
      case alg, typ
      case thumbprint = "x5t#S256"
      case chain = "x5c"
    }
  }

  private struct Claims: Encodable {
    let aud, iss, sub, jti: String
    let nbf, exp: Int
  }
}

/// The 32 bytes behind the hex digits.
private func sha256(_ bytes: [UInt8]) -> [UInt8] {
  let hex = Array(sha256Hex(bytes).utf8)
  return stride(from: 0, to: hex.count, by: 2).compactMap { index in
    UInt8(String(decoding: hex[index..<index + 2], as: UTF8.self), radix: 16)
  }
}
