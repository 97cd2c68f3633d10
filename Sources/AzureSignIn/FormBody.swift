/// The fields of a form, as `application/x-www-form-urlencoded` bytes or the query of an address.
struct FormBody: Sendable {
  static let contentType = "application/x-www-form-urlencoded"

  private var pairs: [String] = []

  init(_ fields: KeyValuePairs<String, String>) {
    for (name, content) in fields { append(name, content) }
  }

  mutating func append(_ name: String, _ content: String) {
    pairs.append(percentEncoded(name) + "=" + percentEncoded(content))
  }

  var text: String { pairs.joined(separator: "&") }
  var bytes: [UInt8] { Array(text.utf8) }
}

extension FormBody: CustomStringConvertible, CustomReflectable {
  var description: String { "a form of \(pairs.count) fields" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// Every byte but the unreserved of RFC 3986 as `%XX`: a secret may hold `&`, `+`, `=` and `%`.
func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      encoded.append(byte)
    default:
      encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
