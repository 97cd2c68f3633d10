/// The text that a piece of HTML text or an attribute value stands for.
///
/// Decodes numbers and the five names that escaping produces; any other name stays as it is.
func decodingEntities(_ bytes: ArraySlice<UInt8>) -> String {
  guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
  var decoded: [UInt8] = []
  var rest = bytes
  while let byte = rest.first {
    if byte == UInt8(ascii: "&"), let entity = entity(rest) {
      decoded += Array(String(entity.scalar).utf8)
      rest = rest.dropFirst(entity.length)
    } else {
      decoded.append(byte)
      rest = rest.dropFirst()
    }
  }
  return String(decoding: decoded, as: UTF8.self)
}

/// The character that the entity at the beginning of `rest` stands for, and its length in bytes.
func entity(_ rest: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
  guard let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")),
    let scalar = scalar(named: String(decoding: rest[rest.startIndex + 1..<end], as: UTF8.self))
  else { return nil }
  return (scalar, end + 1 - rest.startIndex)
}

private func scalar(named name: String) -> Unicode.Scalar? {
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default:
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    let digits = name.dropFirst(isHexadecimal ? 2 : 1)
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
