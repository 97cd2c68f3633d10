/// Bytes of a page being written. Markup and text have different doors, so data can only enter as
/// text.
struct HTMLBuffer: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// - Parameter capacity: About as many bytes as will be written.
  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func append(markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  mutating func append(markup: [UInt8]) {
    bytes.append(contentsOf: markup)
  }

  mutating func append(integer number: Int64) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude, to: &bytes)
  }

  /// Escaped for text and for quoted attributes alike.
  mutating func append(text: String) {
    if text.utf8.allSatisfy(isPlain) { return bytes.append(contentsOf: text.utf8) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append(markup: "&amp;")
      case UInt8(ascii: "<"): append(markup: "&lt;")
      case UInt8(ascii: ">"): append(markup: "&gt;")
      case UInt8(ascii: "\""): append(markup: "&quot;")
      case UInt8(ascii: "'"): append(markup: "&#39;")
      // Not allowed in HTML; everything below a blank other than line ends and tabs.
      case 0...8, 11, 12, 14...31, 127: append(markup: "\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Whether a byte stands for itself in text and in attributes.
private func isPlain(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
    UInt8(ascii: "'"), 127:
    false
  default: byte >= 0x20
  }
}

func escapedHTML(_ text: String) -> String {
  var buffer = HTMLBuffer()
  buffer.append(text: text)
  return buffer.text
}
