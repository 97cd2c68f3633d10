import Crypto

/// The SHA-256 of some bytes, as 64 lower-case hex digits.
package func sha256Hex(_ bytes: some Sequence<UInt8>) -> String {
  sha256Hex(chunks: CollectionOfOne(Array(bytes)))
}

/// The SHA-256 of chunks of bytes, read one after the other.
package func sha256Hex(chunks: some Sequence<[UInt8]>) -> String {
  var hash = SHA256()
  for chunk in chunks {
    chunk.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }
  return hexDigits(hash.finalize())
}

private func hexDigits(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
