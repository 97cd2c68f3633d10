/// What the target of a link is.
enum LinkAddress: Hashable, Sendable {
  /// A page from the site's root, without `index.html`, and what follows a `#`.
  case page(folder: [String], fragment: String?)
  /// A file from the site's root, such as `teams.csv`.
  case file([String])
  case anchor(String)
  case external(String)
  /// Would run something, or leads out of the site.
  case refused

  init(_ target: String) {
    if target.hasPrefix("#") {
      self = .anchor(target)
    } else if let scheme = scheme(of: target) {
      self = ["http", "https", "mailto"].contains(scheme) ? .external(target) : .refused
    } else {
      self = Self.inside(target)
    }
  }

  private static func inside(_ target: String) -> LinkAddress {
    let bytes = target.utf8
    let mark = bytes.firstIndex(of: UInt8(ascii: "#"))
    let path = bytes[..<(mark ?? bytes.endIndex)]
    guard path.first != UInt8(ascii: "/"), !path.contains(UInt8(ascii: "\\")) else {
      return .refused
    }
    let parts = path.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      .filter { $0 != "." }
    guard !parts.contains("..") else { return .refused }
    if parts.last?.utf8.contains(UInt8(ascii: ".")) == true { return .file(parts) }
    return .page(
      folder: parts, fragment: mark.map { String(target[bytes.index(after: $0)...]) })
  }

  /// The address as it stands in `href` on a page.
  func reference(from page: PagePath) -> String? {
    switch self {
    case .page(let folder, let fragment):
      page.toRoot + (folder.map(percentEncoded) + ["index.html"]).joined(separator: "/")
        + (fragment.map { "#" + percentEncoded($0) } ?? "")
    case .file(let parts): page.toRoot + parts.map(percentEncoded).joined(separator: "/")
    case .anchor(let anchor): anchor
    case .external(let address): address
    case .refused: nil
    }
  }
}

/// The lower-case scheme, where the text begins with one as a browser would see it.
func scheme(of target: String) -> String? {
  guard target.utf8.contains(UInt8(ascii: ":")) else { return nil }
  // Browsers ignore blanks and control characters before and inside the scheme.
  let seen = target.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
  guard let colon = seen.firstIndex(of: ":") else { return nil }
  let before = String(String.UnicodeScalarView(seen[..<colon]))
  if before.contains(where: { "/?#".contains($0) }) { return nil }
  return before.lowercased()
}

func percentEncoded(_ part: String) -> String {
  if part.utf8.allSatisfy(isUnreserved) { return part }
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in part.utf8 {
    if isUnreserved(byte) {
      encoded.append(byte)
    } else {
      encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "@"):
    true
  default: false
  }
}
