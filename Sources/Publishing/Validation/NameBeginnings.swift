/// The first bytes of many names, as a filter: at most places of a file it says that no name starts
/// there, without looking at one.
struct NameBeginnings {
  /// A bit for each hash that a beginning has.
  private var bits = [UInt64](repeating: 0, count: 1 << 10)
  private let mask: UInt64

  /// - Parameters:
  ///   - count: How many bytes of a name are known, at most eight.
  ///   - words: Of names that are at least as long.
  init(ofBytes count: Int, _ words: [UInt64]) {
    mask = count < 8 ? 1 << UInt64(count * 8) - 1 : .max
    for word in words {
      let place = place(of: word)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// - Returns: true for every beginning, and for a few other words.
  func mayContain(_ word: UInt64) -> Bool {
    let place = place(of: word)
    return bits[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  private func place(of word: UInt64) -> Int {
    Int(truncatingIfNeeded: ((word & mask) &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  /// The eight bytes from `index` on, zeros where the bytes end before.
  static func word(_ bytes: [UInt8], at index: Int) -> UInt64 {
    if index + 8 <= bytes.count {
      return bytes.withUnsafeBytes {
        UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      }
    }
    return bytes[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
