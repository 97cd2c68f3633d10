/// One tag, length and contents of DER (X.690).
struct DERElement {
  static let integer: UInt8 = 0x02
  static let sequence: UInt8 = 0x30
  static let utcTime: UInt8 = 0x17
  static let generalizedTime: UInt8 = 0x18
  /// `[0]`, which holds the version of a certificate.
  static let version: UInt8 = 0xA0

  let tag: UInt8
  let contents: ArraySlice<UInt8>
  /// Tag, length and contents.
  let whole: ArraySlice<UInt8>

  /// Reads the first element of `bytes`, and leaves what follows it there.
  ///
  /// - Returns: nil, and `bytes` as they were, where no whole element is there.
  init?(from bytes: inout ArraySlice<UInt8>) {
    var rest = bytes
    guard let tag = rest.popFirst(), let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first >= 0x80 {
      // 4 bytes of length are 4 GB, far beyond any certificate.
      let count = Int(first & 0x7F)
      guard (1...4).contains(count), rest.count >= count else { return nil }
      length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(count)
    }
    guard rest.count >= length else { return nil }
    self.tag = tag
    contents = rest.prefix(length)
    whole = bytes[bytes.startIndex..<contents.endIndex]
    bytes = rest.dropFirst(length)
  }

  /// The elements of a sequence; nil where it holds anything else.
  var elements: [DERElement]? {
    var rest = contents
    var elements: [DERElement] = []
    while !rest.isEmpty {
      guard let element = DERElement(from: &rest) else { return nil }
      elements.append(element)
    }
    return elements
  }
}
