import Foundation
import Testing
import UsageModel

@testable import AzureSignIn

@Suite struct ClientCertificateTests {
  private static let made = Result { try MadeCertificates() }

  private static func certificate(
    _ file: String, sendsChain: Bool = false
  ) throws -> ClientCertificate {
    let bytes = try Data(contentsOf: URL(filePath: file))
    return try ClientCertificate(Array(bytes), file: file, sendsChain: sendsChain)
  }

  /// A file made by `line`, which finds `key.pem`, `certificate.pem` and `both.pem`.
  private static func file(_ name: String, madeBy line: String) throws -> String {
    let folder = try made.get().folder
    try shell(line, in: folder)
    return folder.path + "/" + name
  }

  @Test func `key and certificate are read from one file, in either order`() throws {
    let other = try Self.file("other.pem", madeBy: "cat key.pem certificate.pem > other.pem")

    let first = try Self.certificate(try Self.made.get().both)
    let second = try Self.certificate(other)

    #expect(first.certificate == second.certificate)
    #expect(first.chain == [])
  }

  @Test func `a key of PKCS 1 is read too`() throws {
    let file = try Self.file(
      "old.pem",
      madeBy: "openssl rsa -traditional -in key.pem -out pkcs1.pem && "
        + "cat pkcs1.pem certificate.pem > old.pem")

    #expect(
      try PEMFile(String(contentsOfFile: file, encoding: .utf8)).keys[0].label
        == "RSA PRIVATE KEY")
    _ = try Self.certificate(file)
  }

  @Test func `the days are those that openssl prints`() throws {
    let made = try MadeCertificates(days: 1)
    let dates = try shell(
      "openssl x509 -in certificate.pem -noout -dates -dateopt iso_8601", in: made.folder)

    let certificate = try Self.certificate(made.both).certificate

    #expect(dates.contains("notBefore=\(certificate.validFrom) "))
    #expect(dates.contains("notAfter=\(certificate.validUntil) "))
  }

  @Test func `the chain starts with the key's own certificate`() throws {
    let made = try MadeCertificates()
    try made.makeChain()
    let file = made.folder.path + "/chain.pem"

    let silent = try Self.certificate(file)
    let sent = try Self.certificate(file, sendsChain: true)

    let issued = try #require(PEMFile(try made.folder.text("issued.pem")).certificates[0].bytes)
    let authority = try #require(PEMFile(try made.folder.text("ca.pem")).certificates[0].bytes)
    #expect(sent.certificate.bytes == issued)
    #expect(sent.chain == [issued, authority])
    #expect(silent.chain == [])
  }

  @Test func `a PFX file is not read, and the line that converts it works`() throws {
    let file = try Self.file(
      "it's.pfx",
      madeBy: "openssl pkcs12 -export -inkey key.pem -in certificate.pem -passout pass: "
        + "-out \"it's.pfx\"")

    let error = #expect(throws: SignInError.pkcs12File(file)) { try Self.certificate(file) }
    let line = try #require(error?.recoverySuggestion?.dropFirst("convert it: ".count))
    #expect(line.hasPrefix("openssl pkcs12 -in '"))
    try shell(line + " -passin pass:", in: try Self.made.get().folder)
    _ = try Self.certificate(file + ".pem")
  }

  @Test func `an encrypted key is not read, and the line that decrypts it works`() throws {
    let file = try Self.file(
      "encrypted.pem",
      madeBy: "openssl pkey -in key.pem -aes256 -passout pass:canary -out secret.pem && "
        + "cat secret.pem certificate.pem > encrypted.pem")

    let error = #expect(throws: SignInError.encryptedKey(file)) { try Self.certificate(file) }
    let line = try #require(error?.recoverySuggestion?.dropFirst("decrypt it: ".count))
    try shell(
      String(line).replacing("openssl pkey ", with: "openssl pkey -passin pass:canary "),
      in: try Self.made.get().folder)
    _ = try Self.certificate(file + ".decrypted")
  }

  @Test(
    arguments: [
      ("openssl pkey -in key.pem -outform der -out bad.pem", SignInError.notPEM),
      ("openssl x509 -in certificate.pem -outform der -out bad.pem", SignInError.notPEM),
      ("echo hello > bad.pem", SignInError.notPEM),
      ("cp certificate.pem bad.pem", SignInError.noKey),
      ("cp key.pem bad.pem", SignInError.noCertificate),
      (
        "openssl genrsa -out other.key 2048 && cat other.key certificate.pem > bad.pem",
        SignInError.keyOfAnotherCertificate
      ),
      (
        "openssl ecparam -name prime256v1 -genkey -noout -out ec.key && "
          + "cat ec.key certificate.pem > bad.pem", SignInError.unusableKey
      ),
      (
        "openssl genrsa -out short.key 1024 && cat short.key certificate.pem > bad.pem",
        SignInError.unusableKey
      ),
      (
        "(cat key.pem; sed '3d' certificate.pem) > bad.pem", SignInError.unusableCertificate
      ),
    ] as [(String, @Sendable (String) -> SignInError)])
  func `every other file has its own error`(
    line: String, error: @Sendable (String) -> SignInError
  ) throws {
    let folder = TemporaryFolder()
    let source = try Self.made.get().folder.path
    try shell("cp '\(source)/key.pem' '\(source)/certificate.pem' . && \(line)", in: folder)
    let file = folder.path + "/bad.pem"

    #expect(throws: error(file)) { try Self.certificate(file) }
  }

  @Test func `no damage to a certificate is a crash`() throws {
    let bytes = try Self.certificate(try Self.made.get().both).certificate.bytes

    for index in bytes.indices {
      for change in [0x00, 0x30, 0x7F, 0x80, 0x84, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[index] = change
        _ = X509Certificate(damaged)
      }
      #expect(X509Certificate(Array(bytes[..<index])) == nil)
    }
  }
}
