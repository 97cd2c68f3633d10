import Testing

@testable import AzureSignIn

@Suite struct PEMFileTests {
  @Test func `blocks are read, and what stands around them is not`() {
    let pem = PEMFile(
      """
      Bag Attributes
          localKeyID: 01
      -----BEGIN PRIVATE KEY-----
      AQID
      BAUG
      -----END PRIVATE KEY-----
      subject=CN = contoso\r
      -----BEGIN CERTIFICATE-----\r
      Bwg=\r
      -----END CERTIFICATE-----\r
      """)

    #expect(pem.blocks.map(\.label) == ["PRIVATE KEY", "CERTIFICATE"])
    #expect(pem.blocks.map(\.bytes) == [[1, 2, 3, 4, 5, 6], [7, 8]])
    #expect(pem.keys.count == 1)
    #expect(pem.certificates.count == 1)
  }

  @Test func `a block without its end is no block`() {
    #expect(PEMFile("-----BEGIN CERTIFICATE-----\nBwg=\n").blocks.isEmpty)
    #expect(
      PEMFile("-----BEGIN CERTIFICATE-----\nBwg=\n-----END PRIVATE KEY-----\n").blocks.isEmpty)
  }

  @Test(arguments: [
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAQID\n-----END ENCRYPTED PRIVATE KEY-----",
    """
    -----BEGIN RSA PRIVATE KEY-----
    Proc-Type: 4,ENCRYPTED
    DEK-Info: AES-128-CBC,00

    AQID
    -----END RSA PRIVATE KEY-----
    """,
  ])
  func `both forms of an encrypted key are seen`(text: String) {
    #expect(PEMFile(text).keys.map(\.isEncrypted) == [true])
  }
}
