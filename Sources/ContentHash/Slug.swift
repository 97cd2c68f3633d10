/// The part of a page's path that stands for an id: `[a-z0-9-]`, at most 64 characters.
///
/// An id that is not a fine path as it stands gets the first 6 hex digits of its SHA-256 behind it,
/// so that two ids never share a path.
package func slug(of id: String) -> String {
  let characters = id.utf8.map { byte -> UInt8 in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    default: UInt8(ascii: "-")
    }
  }
  let plain = String(decoding: characters, as: UTF8.self)
  let isUnchanged = plain.utf8.elementsEqual(id.utf8) && characters.count <= longestSlug
  if isUnchanged, !plain.isEmpty, !reservedSlugs.contains(plain) { return plain }

  let suffix = "-" + sha256Hex(id.utf8).prefix(6)
  return plain.prefix(longestSlug - suffix.count) + suffix
}

/// Whether text may be used as it stands as one part of a path.
package func isSlug(_ text: String) -> Bool {
  (1...longestSlug).contains(text.utf8.count)
    && text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
}

private let longestSlug = 64

/// Names that a folder cannot have on Windows, or that name the folder's own page.
private let reservedSlugs: Set<String> = Set(
  ["index", "con", "nul", "aux", "prn"]
    + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
