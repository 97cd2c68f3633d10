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
    let halves = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = halves.first ?? ""
    guard !path.hasPrefix("/"), !path.contains("\\") else { return .refused }
    let parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
    guard !parts.contains("..") else { return .refused }
    if parts.last?.contains(".") == true { return .file(parts) }
    return .page(folder: parts, fragment: halves.count > 1 ? String(halves[1]) : nil)
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
  // Browsers ignore blanks and control characters before and inside the scheme.
  let seen = target.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
  guard let colon = seen.firstIndex(of: ":") else { return nil }
  let before = String(String.UnicodeScalarView(seen[..<colon]))
  if before.contains(where: { "/?#".contains($0) }) { return nil }
  return before.lowercased()
}

func percentEncoded(_ part: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in part.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "@"):
      encoded.append(byte)
    default:
      encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
