import ContentHash

/// The name an id has in a page's address: lower case, `[a-z0-9-]`, at most 64 bytes.
///
/// Where that changed anything, or the result is empty or reserved, the first six hex digits of
/// the id's SHA-256 follow, so that no id can collide with another. Rows of the views bring the
/// same name as their column `slug`.
func slug(of id: String) -> String {
  let kept = id.utf8.map { byte -> UInt8 in
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    case _ where isSlugByte(byte): byte
    default: UInt8(ascii: "-")
    }
  }
  let readable = String(decoding: kept, as: UTF8.self)
  if readable == id, isSlug(id), !reservedSlugs.contains(id) { return id }
  // Shorter where digits follow, so that the whole keeps within 64.
  return readable.prefix(57) + "-" + sha256Hex(Array(id.utf8)).prefix(6)
}

/// Whether text may be used as it stands as one part of an address.
func isSlug(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.count <= 64 && text.utf8.allSatisfy(isSlugByte)
}

private func isSlugByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "-"):
    true
  default: false
  }
}

/// Names that a folder cannot have on Windows, or that name the folder's own page.
private let reservedSlugs = Set(
  ["index", "con", "nul", "aux", "prn"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
