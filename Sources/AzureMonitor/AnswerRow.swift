/// The cells of one row of an answer. The buffer of their texts is used again for the next row.
struct AnswerRow {
  enum Kind {
    case null, bool, number, string
    /// An object or array, whose content nobody asked for.
    case nested
  }

  private(set) var kinds: [Kind] = []
  private var texts: [UInt8] = []
  private var ends: [Int] = []

  mutating func clear() {
    kinds.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(_ kind: Kind, _ text: UnsafeRawBufferPointer? = nil) {
    kinds.append(kind)
    if let text { texts += text }
    ends.append(texts.count)
  }

  /// The text of a string or number as it was written; empty for every other kind.
  func withText<Result>(
    of cell: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try texts.withUnsafeBytes { bytes in
      let start = cell == 0 ? 0 : ends[cell - 1]
      return try body(UnsafeRawBufferPointer(rebasing: bytes[start..<ends[cell]]))
    }
  }

  /// - Returns: nil for a cell that is no string or number, or not UTF-8.
  func text(of cell: Int) -> String? {
    guard kinds[cell] == .string || kinds[cell] == .number else { return nil }
    return withText(of: cell) { String(validating: $0, as: UTF8.self) }
  }
}
