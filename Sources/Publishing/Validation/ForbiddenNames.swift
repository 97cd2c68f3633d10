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
  /// The beginnings of patterns of eight bytes and more, and of shorter ones.
  private let longBeginnings: NameBeginnings
  private let shortBeginnings: NameBeginnings
  private let longestPattern: Int
  /// Whether a byte is the first of any pattern.
  private let isFirst: [Bool]
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
    self.patterns = patterns
    let words = patterns.map { NameBeginnings.word($0.bytes, at: 0) }
    let isLong = patterns.map { $0.bytes.count >= 8 }
    longBeginnings = NameBeginnings(
      ofBytes: 8, zip(words, isLong).filter(\.1).map(\.0))
    shortBeginnings = NameBeginnings(
      ofBytes: ForbiddenNames.shortestName, zip(words, isLong).filter { !$0.1 }.map(\.0))
    longestPattern = patterns.map(\.bytes.count).max() ?? 0
    var isFirst = [Bool](repeating: false, count: 256)
    for pattern in patterns { isFirst[Int(pattern.bytes[0])] = true }
    self.isFirst = isFirst
  }

  /// The names that occur, in the order in which they first do.
  func occurring(in bytes: [UInt8]) -> [String] {
    guard !patterns.isEmpty else { return [] }
    var found: [String] = []
    look(in: bytes, from: 0, to: bytes.count, &found)
    // A byte more than a name on both sides tells whether it is a word of its own.
    for stretch in unescapedStretches(of: bytes, reach: longestPattern + 1) {
      look(
        in: stretch.bytes, from: stretch.startsFile ? 0 : 1,
        to: stretch.endsFile ? stretch.bytes.count : stretch.bytes.count - 1, &found)
    }
    return found
  }

  /// Looks for names that start at `start` or later and end before `end`.
  private func look(in bytes: [UInt8], from start: Int, to end: Int, _ found: inout [String]) {
    var isInWord = start > 0 && isWordByte(bytes[start - 1])
    for index in start..<max(end - ForbiddenNames.shortestName + 1, start) {
      let isAfterWord = isInWord
      isInWord = isWordByte(bytes[index])
      guard isFirst[Int(bytes[index])], !isAfterWord || !isInWord else { continue }
      let word = NameBeginnings.word(bytes, at: index)
      if shortBeginnings.mayContain(word) || longBeginnings.mayContain(word),
        let name = match(bytes, at: index, to: end), !found.contains(name)
      {
        found.append(name)
      }
    }
  }

  /// - Parameter index: Where a word may begin.
  private func match(_ bytes: [UInt8], at index: Int, to end: Int) -> String? {
    let here = bytes[index..<end]
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
