/// A file or folder of the site that a request asks for.
package struct RequestPath: Hashable, Sendable {
  /// Plain names, outermost first; none of them leads anywhere but down.
  package let names: [String]
  /// Written with a slash at the end.
  package let isFolder: Bool

  /// More than any page of a site needs.
  package static let longestTarget = 2048

  /// Reads the target of a request line. What follows `?` does not matter.
  ///
  /// - Returns: nil for whatever could be read as a way out of the site. Names are decoded once,
  ///   and none that holds a percent sign then is taken, so no second decoding can change one.
  package init?(target: String) {
    let path = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)[0]
    guard path.utf8.first == slash else { return nil }
    var pieces = path.utf8.dropFirst().split(separator: slash, omittingEmptySubsequences: false)
    isFolder = pieces.last?.isEmpty ?? true
    if isFolder { pieces.removeLast() }
    var names: [String] = []
    for piece in pieces {
      guard let name = percentDecoded(piece), isPlain(name) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  /// Where the folder is that was asked for like a file, seen from the request.
  package var folderLocation: String {
    let encoded = (names.last ?? "").utf8.map { byte in
      isUnreserved(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
    }
    return "./" + encoded.joined() + "/"
  }

  /// Whether a browser shows what is asked for as a page.
  package var isPage: Bool { isFolder || (names.last ?? "").hasSuffix(".html") }
}

private let slash = UInt8(ascii: "/")

private func isPlain(_ name: String) -> Bool {
  !name.isEmpty && name != "." && name != ".."
    && name.utf8.allSatisfy { byte in
      byte >= 0x20 && byte != 0x7F && byte != slash && byte != UInt8(ascii: "\\")
        && byte != UInt8(ascii: "%")
    }
}

/// - Returns: nil where a percent sign is not followed by two digits, or the bytes are not UTF-8.
private func percentDecoded(_ text: Substring.UTF8View) -> String? {
  var bytes: [UInt8] = []
  var rest = text[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexadecimalDigit),
      let low = rest.popFirst().flatMap(hexadecimalDigit)
    else { return nil }
    bytes.append(high << 4 | low)
  }
  return String(validating: bytes, as: UTF8.self)
}

private func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// RFC 3986, section 2.3.
private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "-._~".utf8.contains(byte)
  }
}
