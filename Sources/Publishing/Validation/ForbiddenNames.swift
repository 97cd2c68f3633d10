/// Finds names that must not be in the site, escaped or not, in one pass over a file however many
/// names there are.
struct ForbiddenNames {
  private struct Pattern {
    let bytes: [UInt8]
    let name: String
  }

  /// Sorted by bytes, and none is the beginning of another: so at any place of a file only the
  /// last pattern not after the bytes there can match.
  private let patterns: [Pattern]
  /// Whether any pattern starts with the bytes that have this 16-bit hash.
  private let mayStart: [Bool]
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
        [name, name.replacing("\"", with: "\"\"")].map {
          Pattern(bytes: Array($0.utf8), name: name)
        }
      }
      .sorted {
        $0.bytes == $1.bytes ? $0.name < $1.name : $0.bytes.lexicographicallyPrecedes($1.bytes)
      }
    var patterns: [Pattern] = []
    for pattern in sorted {
      if let last = patterns.last, pattern.bytes.starts(with: last.bytes) { continue }
      patterns.append(pattern)
    }
    var mayStart = [Bool](repeating: false, count: 1 << 16)
    for pattern in patterns { mayStart[ForbiddenNames.hash(pattern.bytes, at: 0)] = true }
    self.patterns = patterns
    self.mayStart = mayStart
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
    where mayStart[ForbiddenNames.hash(bytes, at: index)] {
      if let name = match(bytes[index...]), !found.contains(name) { found.append(name) }
    }
    return found
  }

  private func match(_ bytes: ArraySlice<UInt8>) -> String? {
    var low = 0
    var high = patterns.count
    while low < high {
      let middle = (low + high) / 2
      let isAfter = bytes.lexicographicallyPrecedes(patterns[middle].bytes)
      if isAfter { high = middle } else { low = middle + 1 }
    }
    guard low > 0, bytes.starts(with: patterns[low - 1].bytes) else { return nil }
    return patterns[low - 1].name
  }

  private static func hash(_ bytes: [UInt8], at index: Int) -> Int {
    let word =
      UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
      | UInt32(bytes[index + 2]) << 16 | UInt32(bytes[index + 3]) << 24
    return Int((word &* 2_654_435_761) >> 16)
  }
}
