import ContentHash

/// The secret that pseudonyms are made with. It is kept in no file and printed nowhere.
package struct PseudonymKey: Hashable, Sendable {
  /// 128 bits: fewer could be guessed by trying.
  package static let leastBytes = 16

  private let bytes: [UInt8]

  /// - Returns: nil where the key is shorter than ``leastBytes``.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.leastBytes else { return nil }
    self.bytes = bytes
  }

  /// Says which key a cache was made with, and nothing about the key.
  var cacheMark: String {
    var canonical = CanonicalBytes()
    canonical.append("cache")
    return sha256Hex(hmacSHA256(canonical.bytes, key: bytes))
  }

  /// A user's code in one year: another year, another code.
  func code(of user: String, in year: Int) -> [UInt8] {
    var canonical = CanonicalBytes()
    canonical.append("pseudonym")
    canonical.append(Int64(year))
    canonical.append(user)
    return hmacSHA256(canonical.bytes, key: bytes)
  }
}

extension PseudonymKey: CustomStringConvertible, CustomReflectable {
  package var description: String { "a key that is not shown" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
