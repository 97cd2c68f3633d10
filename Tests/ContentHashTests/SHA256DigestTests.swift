import ContentHash
import Testing

/// The examples of FIPS 180-2, appendix B.
@Suite struct SHA256DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the digest is that of the standard`(text: String, digest: String) {
    #expect(sha256Hex(text.utf8) == digest)
  }

  @Test func `chunks are read one after the other`() {
    #expect(sha256Hex(chunks: [Array("a".utf8), [], Array("bc".utf8)]) == sha256Hex("abc".utf8))
    #expect(sha256Hex(chunks: [[UInt8]]()) == sha256Hex("".utf8))
  }
}
