/// A file with its escapes read: HTML's `&lt;` and `&#60;`, the `%3C` of addresses and the `\u003c`
/// and `\"` of JSON, so that a name is found however it was written.
///
/// - Returns: nil where the file has nothing that could be an escape.
func unescaped(_ bytes: [UInt8]) -> [UInt8]? {
  guard bytes.contains(where: mayStartEscape) else { return nil }
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if mayStartEscape(byte), let escape = escape(bytes[index...]) {
      plain += escape.meaning
      index += escape.length
    } else {
      plain.append(byte)
      index += 1
    }
  }
  return plain
}

private func mayStartEscape(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "&") || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\")
}

/// What the escape at the beginning of `rest` stands for, and how many bytes it takes.
private func escape(_ rest: ArraySlice<UInt8>) -> (meaning: [UInt8], length: Int)? {
  switch rest.first {
  case UInt8(ascii: "&"):
    return entity(rest).map { (Array(String($0.scalar).utf8), $0.length) }
  case UInt8(ascii: "%"):
    return hexadecimal(rest.dropFirst().prefix(2), digits: 2).map { ([UInt8($0)], 3) }
  default:
    switch rest.dropFirst().first {
    case UInt8(ascii: "u"):
      return hexadecimal(rest.dropFirst(2).prefix(4), digits: 4)
        .flatMap(Unicode.Scalar.init).map { (Array(String($0).utf8), 6) }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return (Array(rest.dropFirst().prefix(1)), 2)
    default: return nil
    }
  }
}

/// - Returns: nil unless there are as many bytes, all of them hexadecimal digits.
func hexadecimal(_ bytes: ArraySlice<UInt8>, digits: Int) -> UInt32? {
  guard bytes.count == digits else { return nil }
  var number: UInt32 = 0
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt32(byte - 0x57)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): number = number << 4 | UInt32(byte - 0x37)
    default: return nil
    }
  }
  return number
}
