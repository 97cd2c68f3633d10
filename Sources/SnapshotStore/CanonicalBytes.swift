/// Values one after the other so that different values never give the same bytes.
struct CanonicalBytes {
  var bytes: [UInt8] = []

  mutating func append(_ integer: Int64) {
    withUnsafeBytes(of: integer.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Counts are never negative, so −1 can stand for an unknown one.
  mutating func append(_ count: Int64?) {
    append(count ?? -1)
  }

  mutating func append(_ text: String) {
    append(Int64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
