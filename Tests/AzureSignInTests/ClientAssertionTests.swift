import CryptoExtras
import Foundation
import Testing

@testable import AzureSignIn

@Suite struct ClientAssertionTests {
  private static let id = UUID(uuidString: "3F2504E0-4F89-41D3-9A0C-0305E82C3301")!

  private static func parts(
    of certificate: ClientCertificate
  ) throws -> (header: String, claims: String, signed: String, signature: [UInt8]) {
    let assertion = try ClientAssertion(
      certificate, client: "app", audience: "https://login.microsoftonline.com/t/oauth2/v2.0/token",
      now: Date(timeIntervalSince1970: 1_795_485_600.7), id: id)
    let parts = assertion.token.text.split(separator: ".").map(String.init)
    try #require(parts.count == 3)
    return (
      String(decoding: try decoded(parts[0]), as: UTF8.self),
      String(decoding: try decoded(parts[1]), as: UTF8.self), parts[0] + "." + parts[1],
      try decoded(parts[2])
    )
  }

  private static func decoded(_ base64URL: String) throws -> [UInt8] {
    var text = base64URL.replacing("-", with: "+").replacing("_", with: "/")
    while text.utf8.count % 4 > 0 { text += "=" }
    return Array(try #require(Data(base64Encoded: text)))
  }

  private static func certificate(
    _ file: String, sendsChain: Bool = false
  ) throws -> ClientCertificate {
    try ClientCertificate(
      Array(try Data(contentsOf: URL(filePath: file))), file: file, sendsChain: sendsChain)
  }

  @Test func `header and claims are those that Entra asks for`() throws {
    let made = try MadeCertificates()
    let fingerprint = try shell(
      "openssl x509 -in certificate.pem -outform der | openssl dgst -sha256 -binary | base64 -w0",
      in: made.folder)

    let parts = try Self.parts(of: try Self.certificate(made.both))

    let thumbprint = fingerprint.replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
    #expect(parts.header == #"{"alg":"PS256","typ":"JWT","x5t#S256":"\#(thumbprint)"}"#)
    #expect(
      parts.claims
        == #"{"aud":"https://login.microsoftonline.com/t/oauth2/v2.0/token","exp":1795486200,"#
        + #""iss":"app","jti":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","nbf":1795485600,"sub":"app"}"#
    )
  }

  @Test func `the chain is sent where it is wished for`() throws {
    let made = try MadeCertificates()
    try made.makeChain()
    let certificate = try Self.certificate(made.folder.path + "/chain.pem", sendsChain: true)

    let header = try Self.parts(of: certificate).header

    let fields = try JSONSerialization.jsonObject(with: Data(header.utf8)) as? [String: Any]
    let chain = try #require(fields?["x5c"] as? [String])
    #expect(chain.map { Data(base64Encoded: $0).map(Array.init) } == certificate.chain)
    #expect(chain.count == 2)
  }

  @Test func `the certificate's public key verifies the signature`() throws {
    let made = try MadeCertificates()
    let pem = try shell("openssl x509 -in certificate.pem -noout -pubkey", in: made.folder)
    let publicKey = try _RSA.Signing.PublicKey(pemRepresentation: pem)

    let parts = try Self.parts(of: try Self.certificate(made.both))

    let signature = _RSA.Signing.RSASignature(rawRepresentation: parts.signature)
    #expect(publicKey.isValidSignature(signature, for: Data(parts.signed.utf8), padding: .PSS))
    #expect(!publicKey.isValidSignature(signature, for: Data("x".utf8), padding: .PSS))
  }

  @Test func `openssl verifies the signature with a salt of 32 bytes`() throws {
    let made = try MadeCertificates()
    let parts = try Self.parts(of: try Self.certificate(made.both))
    try made.folder.write("signed", parts.signed)
    try Data(parts.signature).write(to: URL(filePath: made.folder.path + "/signature"))

    let verdict = try shell(
      """
      openssl x509 -in certificate.pem -noout -pubkey > public.pem && \
      openssl dgst -sha256 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32 \
        -verify public.pem -signature signature signed
      """, in: made.folder)

    #expect(verdict == "Verified OK\n")
  }
}
