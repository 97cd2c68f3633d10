/// Splits one CSV record into its fields (RFC 4180).
///
/// Fields are views into the record, except those with a doubled quote, which are copied to a
/// scratch buffer. They are valid until the next split or the end of the record's life.
struct CSVFields: ~Copyable {
  private(set) var fields: [UnsafeRawBufferPointer] = []
  private var scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
  private var scratchUsed = 0
  private var hasQuotes = false

  /// The bytes of the record from one field to another, with all between them; nil where some may be
  /// quoted.
  func bytes(of span: ClosedRange<Int>) -> UnsafeRawBufferPointer? {
    let last = fields[span.upperBound]
    guard !hasQuotes, let start = fields[span.lowerBound].baseAddress,
      let end = last.baseAddress
    else { return nil }
    return UnsafeRawBufferPointer(start: start, count: end - start + last.count)
  }

  deinit { scratch.deallocate() }

  /// - Throws: ``RecordProblem/notUTF8`` before anything else.
  mutating func split(
    _ record: UnsafeRawBufferPointer, by separator: UInt8
  ) throws(RecordProblem) {
    var seen = splitUnquoted(record, by: separator)
    if seen.fieldCount > fields.count {
      let missing = seen.fieldCount - fields.count
      fields.append(
        contentsOf: repeatElement(UnsafeRawBufferPointer(rebasing: record[0..<0]), count: missing))
      seen = splitUnquoted(record, by: separator)
    }
    fields.removeLast(fields.count - seen.fieldCount)
    if seen.hasHighBytes, String(validating: record, as: UTF8.self) == nil { throw .notUTF8 }
    hasQuotes = seen.hasQuotes
    guard hasQuotes else { return }
    fields.removeAll(keepingCapacity: true)
    scratchUsed = 0
    if scratch.count < record.count {
      scratch.deallocate()
      scratch = .allocate(byteCount: record.count, alignment: 1)
    }
    var start = 0
    while true {
      let end =
        start < record.count && record[start] == quote
        ? try quotedField(in: record, at: start, separator: separator)
        : try plainField(in: record, at: start, separator: separator)
      if end == record.count { return }
      start = end + 1
    }
  }

  /// What a look at a whole record told.
  private struct Seen {
    var fieldCount = 0
    /// Fields are others than the separators say.
    var hasQuotes = false
    /// Bytes that are no ASCII.
    var hasHighBytes = false
  }

  /// Nearly every record has no quote at all: then the separators are found eight bytes at a time.
  /// The fields take the places of those of the record before, as far as there are places.
  private mutating func splitUnquoted(
    _ record: UnsafeRawBufferPointer, by separator: UInt8
  ) -> Seen {
    let separators = EightBytes(repeating: separator)
    let quotes = EightBytes(repeating: quote)
    return fields.withUnsafeMutableBufferPointer { fields in
      var count = 0
      var start = 0
      func endField(at end: Int) {
        if count < fields.count {
          fields[count] = UnsafeRawBufferPointer(rebasing: record[start..<end])
        }
        count += 1
        start = end + 1
      }
      var quotesFound: UInt64 = 0
      var bytesSeen: UInt64 = 0
      var offset = 0
      while offset + 8 <= record.count {
        let word = UInt64(
          littleEndian: record.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        bytesSeen |= word
        quotesFound |= quotes.places(in: word)
        var found = separators.places(in: word)
        while found != 0 {
          endField(at: offset + found.trailingZeroBitCount / 8)
          found &= found &- 1
        }
        offset += 8
      }
      while offset < record.count {
        bytesSeen |= UInt64(record[offset])
        if record[offset] == quote { quotesFound = 1 }
        if record[offset] == separator { endField(at: offset) }
        offset += 1
      }
      endField(at: record.count)
      return Seen(
        fieldCount: count, hasQuotes: quotesFound != 0,
        hasHighBytes: bytesSeen & 0x8080_8080_8080_8080 != 0)
    }
  }

  private mutating func append(_ record: UnsafeRawBufferPointer, from start: Int, to end: Int) {
    fields.append(UnsafeRawBufferPointer(rebasing: record[start..<end]))
  }

  /// - Returns: The position of the separator, or the end of the record.
  private mutating func plainField(
    in record: UnsafeRawBufferPointer, at start: Int, separator: UInt8
  ) throws(RecordProblem) -> Int {
    var end = start
    while end < record.count, record[end] != separator {
      if record[end] == quote { throw .strayQuote }
      end += 1
    }
    append(record, from: start, to: end)
    return end
  }

  private mutating func quotedField(
    in record: UnsafeRawBufferPointer, at start: Int, separator: UInt8
  ) throws(RecordProblem) -> Int {
    var end = start + 1
    var hasDoubledQuote = false
    while end < record.count {
      if record[end] == quote {
        guard end + 1 < record.count, record[end + 1] == quote else { break }
        hasDoubledQuote = true
        end += 1
      }
      end += 1
    }
    let content = UnsafeRawBufferPointer(rebasing: record[(start + 1)..<min(end, record.count)])
    fields.append(hasDoubledQuote ? withoutDoubledQuotes(content) : content)
    end += 1
    guard end == record.count || (end < record.count && record[end] == separator) else {
      throw .strayQuote
    }
    return end
  }

  private mutating func withoutDoubledQuotes(
    _ content: UnsafeRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let start = scratchUsed
    var index = 0
    while index < content.count {
      scratch[scratchUsed] = content[index]
      scratchUsed += 1
      index += content[index] == quote ? 2 : 1
    }
    return UnsafeRawBufferPointer(rebasing: scratch[start..<scratchUsed])
  }
}

private let quote: UInt8 = 0x22

/// A byte to be found in eight at a time.
private struct EightBytes {
  private let pattern: UInt64

  init(repeating byte: UInt8) {
    pattern = UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// The top bit of every byte that is the wanted one.
  func places(in word: UInt64) -> UInt64 {
    let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ pattern
    return ~(((difference & lowBits) &+ lowBits) | difference | lowBits)
  }
}

/// Comma or semicolon, whichever the header has more of outside quotes.
func csvSeparator(ofHeader header: UnsafeRawBufferPointer) -> UInt8 {
  var isQuoted = false
  var surplusOfSemicolons = 0
  for byte in header {
    if byte == quote { isQuoted.toggle() }
    if isQuoted { continue }
    if byte == 0x3B { surplusOfSemicolons += 1 }
    if byte == 0x2C { surplusOfSemicolons -= 1 }
  }
  return surplusOfSemicolons > 0 ? 0x3B : 0x2C
}
