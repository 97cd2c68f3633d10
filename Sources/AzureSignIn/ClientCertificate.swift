import CryptoExtras
import Foundation
import UsageModel

/// An application's certificate with the key that belongs to it.
struct ClientCertificate: Sendable {
  let file: String
  let certificate: X509Certificate
  let key: SigningKey
  /// The certificate first, then the others of its file; empty where it is not to be sent.
  let chain: [[UInt8]]

  /// - Throws: what is wrong with the file, and how openssl puts it right.
  init(_ bytes: [UInt8], file: String, sendsChain: Bool) throws(SignInError) {
    let pem = PEMFile(String(decoding: bytes, as: UTF8.self))
    if pem.blocks.isEmpty { throw isPKCS12(bytes) ? .pkcs12File(file) : .notPEM(file) }
    guard let block = pem.keys.first else { throw .noKey(file) }
    if block.isEncrypted { throw .encryptedKey(file) }
    if pem.certificates.isEmpty { throw .noCertificate(file) }
    guard let key = SigningKey(block) else { throw .unusableKey(file) }

    var certificates: [X509Certificate] = []
    for block in pem.certificates {
      guard let bytes = block.bytes, let certificate = X509Certificate(bytes) else {
        throw .unusableCertificate(file)
      }
      certificates.append(certificate)
    }
    guard let own = certificates.firstIndex(where: { key.belongs(to: $0) }) else {
      throw .keyOfAnotherCertificate(file)
    }
    let certificate = certificates.remove(at: own)

    self.file = file
    self.certificate = certificate
    self.key = key
    chain = sendsChain ? ([certificate] + certificates).map(\.bytes) : []
  }

  /// - Throws: outside of the days, in UTC, from the first of which to the last it is valid.
  func checkDays(at now: Date) throws(SignInError) {
    let day = utcDay(of: now)
    guard certificate.validFrom <= day, day <= certificate.validUntil else {
      throw .certificateNotValid(
        file, from: certificate.validFrom, until: certificate.validUntil, today: day)
    }
  }
}

/// An RSA key that signs.
struct SigningKey: Sendable {
  private let key: _RSA.Signing.PrivateKey

  /// - Returns: nil for anything but an RSA key of 2,048 bits or more.
  init?(_ block: PEMFile.Block) {
    guard let key = try? _RSA.Signing.PrivateKey(pemRepresentation: block.text) else { return nil }
    self.key = key
  }

  func belongs(to certificate: X509Certificate) -> Bool {
    let other = try? _RSA.Signing.PublicKey(derRepresentation: certificate.publicKey)
    return other?.derRepresentation == key.publicKey.derRepresentation
  }

  /// RSASSA-PSS with SHA-256 and a salt of 32 bytes: what JWT calls `PS256` (RFC 7518, 3.5).
  func signature(of text: String) throws -> [UInt8] {
    Array(try key.signature(for: Data(text.utf8), padding: .PSS).rawRepresentation)
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  var description: String { "a key that is not shown" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// A PKCS #12 file is a sequence that starts with its version, 3 (RFC 7292).
private func isPKCS12(_ bytes: [UInt8]) -> Bool {
  var rest = bytes[...]
  guard let outer = DERElement(from: &rest), outer.tag == DERElement.sequence else { return false }
  var inner = outer.contents
  guard let version = DERElement(from: &inner) else { return false }
  return version.tag == DERElement.integer && Array(version.contents) == [3]
}

private func utcDay(of date: Date) -> CalendarDay {
  CalendarDay(daysSince1970: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
}
