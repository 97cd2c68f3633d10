/// Rows as one JSON array of arrays, for SQL to take apart.
struct JSONRows {
  private var bytes: [UInt8] = []

  var text: String { "[" + String(decoding: bytes, as: UTF8.self) + "]" }

  /// - Parameter integers: nil is null.
  mutating func append(texts: [String], integers: [Int64?]) {
    bytes.append(contentsOf: (bytes.isEmpty ? "[" : ",[").utf8)
    for text in texts {
      append(text)
      bytes.append(UInt8(ascii: ","))
    }
    bytes.append(
      contentsOf: integers.map { $0.map(String.init) ?? "null" }.joined(separator: ",").utf8)
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: ("\\u00" + (byte < 0x10 ? "0" : "") + digits).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
