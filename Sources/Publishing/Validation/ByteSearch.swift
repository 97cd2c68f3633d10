import Glibc

/// Finds the places of a few bytes in a file, in the order of the file. Most files have few of them,
/// and the C library passes over the others many at a time.
struct ByteSearch {
  private let file: [UInt8]
  private let wanted: [UInt8]
  /// The next place of each wanted byte; nil where there is none any more.
  private var places: [Int?]

  init(_ file: [UInt8], for wanted: [UInt8]) {
    self.file = file
    self.wanted = wanted
    places = wanted.map { firstPlace(of: $0, in: file, from: 0) }
  }

  /// - Returns: nil after the last.
  mutating func next() -> Int? {
    guard let next = places.compactMap(\.self).min() else { return nil }
    skip(to: next + 1)
    return next
  }

  /// Leaves out what stands before `start`.
  mutating func skip(to start: Int) {
    for index in wanted.indices {
      if let place = places[index], place < start {
        places[index] = firstPlace(of: wanted[index], in: file, from: start)
      }
    }
  }
}

private func firstPlace(of byte: UInt8, in file: [UInt8], from start: Int) -> Int? {
  file.withUnsafeBytes { file in
    guard start < file.count, let base = file.baseAddress,
      let found = memchr(base + start, Int32(byte), file.count - start)
    else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }
}
