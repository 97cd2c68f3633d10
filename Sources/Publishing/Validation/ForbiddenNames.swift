/// Finds names that must not be in the site, escaped or not, in one pass over a file however many
/// names there are. A name counts where it stands as a word of its own: `ann` is not in `planned`.
struct ForbiddenNames {
  private struct Pattern {
    let bytes: [UInt8]
    let name: String
  }

  /// Sorted by bytes, each once: at any place of a file those that can match stand together,
  /// before the first that is after the bytes there.
  private let patterns: [Pattern]
  /// Whether any pattern starts with the bytes that have this hash: with its first eight, or with
  /// its first four where it is shorter.
  private let longMayStart: [Bool]
  private let shortMayStart: [Bool]
  /// Names that were left out, being too short to be told from ordinary text.
  let tooShort: Int

  /// A name of fewer bytes is part of any page: of a date, a word, an address.
  private static let shortestName = 4

  init(_ names: [String]) {
    let searched = Set(names).filter { $0.utf8.count >= ForbiddenNames.shortestName }.sorted()
    tooShort = Set(names).count - searched.count
    let sorted =
      searched
      .flatMap { name in
        // CSV doubles quotes; every other escape is read before the search.
        [name, withDoubledQuotes(name)].map {
          Pattern(bytes: Array($0.utf8), name: name)
        }
      }
      .sorted {
        $0.bytes == $1.bytes ? $0.name < $1.name : $0.bytes.lexicographicallyPrecedes($1.bytes)
      }
    var patterns: [Pattern] = []
    for pattern in sorted {
      if patterns.last?.bytes == pattern.bytes { continue }
      patterns.append(pattern)
    }
    var longMayStart = [Bool](repeating: false, count: 1 << 16)
    var shortMayStart = longMayStart
    for pattern in patterns {
      if pattern.bytes.count >= 8 {
        longMayStart[ForbiddenNames.longHash(pattern.bytes, at: 0)] = true
      } else {
        shortMayStart[ForbiddenNames.hash(pattern.bytes, at: 0)] = true
      }
    }
    self.patterns = patterns
    self.longMayStart = longMayStart
    self.shortMayStart = shortMayStart
  }

  /// The names that occur, in the order in which they first do.
  func occurring(in bytes: [UInt8]) -> [String] {
    guard !patterns.isEmpty else { return [] }
    var found = plainlyOccurring(in: bytes)
    if let plain = unescaped(bytes) {
      found += plainlyOccurring(in: plain).filter { !found.contains($0) }
    }
    return found
  }

  private func plainlyOccurring(in bytes: [UInt8]) -> [String] {
    guard bytes.count >= ForbiddenNames.shortestName else { return [] }
    var found: [String] = []
    for index in 0...(bytes.count - ForbiddenNames.shortestName)
    where shortMayStart[ForbiddenNames.hash(bytes, at: index)]
      || (index + 8 <= bytes.count && longMayStart[ForbiddenNames.longHash(bytes, at: index)])
    {
      if let name = match(bytes, at: index), !found.contains(name) { found.append(name) }
    }
    return found
  }

  private func match(_ bytes: [UInt8], at index: Int) -> String? {
    let here = bytes[index...]
    guard index == 0 || !isWordByte(bytes[index - 1]) || !isWordByte(bytes[index]) else {
      return nil
    }
    var low = 0
    var high = patterns.count
    while low < high {
      let middle = (low + high) / 2
      let isAfter = here.lexicographicallyPrecedes(patterns[middle].bytes)
      if isAfter { high = middle } else { low = middle + 1 }
    }
    while low > 0 {
      low -= 1
      let pattern = patterns[low].bytes
      // Whatever stands further up begins with other bytes.
      guard here.starts(with: pattern.prefix(ForbiddenNames.shortestName)) else { return nil }
      if here.starts(with: pattern), endsWord(bytes, at: index + pattern.count) {
        return patterns[low].name
      }
    }
    return nil
  }

  private func endsWord(_ bytes: [UInt8], at end: Int) -> Bool {
    end == bytes.count || !isWordByte(bytes[end]) || !isWordByte(bytes[end - 1])
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func longHash(_ bytes: [UInt8], at index: Int) -> Int {
    let word = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
    return Int((word &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  private static func hash(_ bytes: [UInt8], at index: Int) -> Int {
    let word =
      UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
      | UInt32(bytes[index + 2]) << 16 | UInt32(bytes[index + 3]) << 24
    return Int((word &* 2_654_435_761) >> 16)
  }
}

/// Scalar by scalar: to Swift, a quote with an accent behind it is another character.
private func withDoubledQuotes(_ name: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in name.unicodeScalars {
    if scalar == "\"" { scalars.append(scalar) }
    scalars.append(scalar)
  }
  return String(scalars)
}
