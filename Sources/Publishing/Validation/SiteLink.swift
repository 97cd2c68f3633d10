/// Where a link of a page leads, as far as the site itself is concerned.
enum SiteLink: Equatable {
  /// Another site, a mail address or data; nothing we can check.
  case outside
  /// `javascript:` and `vbscript:`.
  case script
  /// From the root of a host, which is another place under `file://`.
  case rooted
  /// A file of the site; `fragment` is an id in it.
  case file(path: String, fragment: String?)
  /// Above the site's own folder.
  case above

  /// - Parameters:
  ///   - target: The value of a `href` or `src`, its entities decoded.
  ///   - page: The path of the page it stands on.
  init(_ target: String, on page: String) {
    // Bytes, not characters: a large site has half a million links.
    let target = Array(target.utf8)
    if let scheme = scheme(of: target) {
      self = scheme == "javascript" || scheme == "vbscript" ? .script : .outside
      return
    }
    let visible = target.drop { $0 <= 0x20 }
    guard visible.first != slash else {
      self = visible.dropFirst().first == slash ? .outside : .rooted
      return
    }
    let beforeFragment = target.prefix { $0 != UInt8(ascii: "#") }
    let afterMark = target.dropFirst(beforeFragment.count + 1)
    let fragment = afterMark.isEmpty ? nil : percentDecoded(afterMark)
    let path = beforeFragment.prefix { $0 != UInt8(ascii: "?") }
    guard !path.isEmpty else {
      self = .file(path: page, fragment: fragment)
      return
    }
    guard let resolved = resolve(path, from: page) else {
      self = .above
      return
    }
    self = .file(path: percentDecoded(resolved[...]), fragment: fragment)
  }
}

private let slash = UInt8(ascii: "/")
private let dot = UInt8(ascii: ".")

/// - Returns: nil where the path climbs out of the site.
private func resolve(_ path: ArraySlice<UInt8>, from page: String) -> [UInt8]? {
  var resolved = Array(page.utf8)
  dropLastName(&resolved)
  let names = path.split(separator: slash, omittingEmptySubsequences: false)
  for (position, name) in names.enumerated() {
    if name.elementsEqual([dot]) { continue }
    if name.elementsEqual([dot, dot]) {
      guard resolved.popLast() != nil else { return nil }
      dropLastName(&resolved)
      continue
    }
    resolved += name
    if position < names.count - 1 { resolved.append(slash) }
  }
  return resolved
}

/// Leaves the folder with its final slash, or nothing.
private func dropLastName(_ path: inout [UInt8]) {
  while let last = path.last, last != slash { path.removeLast() }
}

/// In lower case, without the spaces and control characters that browsers ignore in a scheme.
private func scheme(of target: [UInt8]) -> String? {
  var scheme = ""
  for byte in target where byte > 0x20 {
    switch byte {
    case UInt8(ascii: ":"): return scheme.isEmpty ? nil : scheme
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      scheme.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), dot:
      if scheme.isEmpty { return nil }
      scheme.unicodeScalars.append(Unicode.Scalar(byte))
    default: return nil
    }
  }
  return nil
}

/// Text with its `%41` escapes read; an escape that is none stays as it is.
private func percentDecoded(_ text: ArraySlice<UInt8>) -> String {
  guard text.contains(UInt8(ascii: "%")) else { return String(decoding: text, as: UTF8.self) }
  var decoded: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), let escaped = hexadecimal(rest.prefix(2), digits: 2) {
      decoded.append(UInt8(escaped))
      rest = rest.dropFirst(2)
    } else {
      decoded.append(byte)
    }
  }
  return String(decoding: decoded, as: UTF8.self)
}
