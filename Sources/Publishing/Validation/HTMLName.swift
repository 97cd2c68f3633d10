/// The name of an element or attribute, to be compared without making a text of it: a large site has
/// ten million of them.
struct HTMLName: Equatable {
  /// Equal for names that differ in upper and lower case alone.
  let key: Key
  /// In the page.
  let place: Range<Int>

  func has(_ key: Key) -> Bool { self.key == key }

  /// A name in lower case: as it is up to 16 bytes, which are more than any name has that is asked
  /// for; of a longer one a hash.
  struct Key: Hashable {
    private var bytes: UInt128 = 0
    private var count = 0

    init() {}

    init(_ name: some Sequence<UInt8>) {
      for byte in name { append(byte) }
    }

    mutating func append(_ byte: UInt8) {
      let lowercased = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      bytes =
        count < 16
        ? bytes << 8 | UInt128(lowercased) : bytes &* 1_099_511_628_211 ^ UInt128(lowercased)
      count += 1
    }
  }
}

extension HTMLName.Key: ExpressibleByStringLiteral {
  init(stringLiteral name: StaticString) {
    self = name.withUTF8Buffer { HTMLName.Key($0) }
  }
}
