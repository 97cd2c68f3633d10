import Foundation

/// Reads a file line by line through one buffer that grows to the longest line.
struct LineReader: ~Copyable {
  /// 16 MiB. A longer line is no record but a file of another kind.
  static let longestLine = 1 << 24

  let path: String
  /// The number of the line last returned, from 1; of a record of several lines the first.
  private(set) var line = 0

  private var source: MetricFileBytes
  private let padding: Int
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var linesOfLastRecord = 1
  /// Where the record last returned or refused begins in the buffer.
  private var lastRecord = 0

  /// - Parameters:
  ///   - padding: Readable bytes behind every line returned, at least 1; the first of them is a line
  ///     end.
  ///   - blockSize: Bytes asked of the system at once; the default stays in the processor's cache.
  init(path: String, padding: Int, blockSize: Int = 1 << 18) throws(IngestionError) {
    source = try MetricFileBytes(path: path)
    self.path = path
    self.padding = padding
    buffer = .allocate(byteCount: blockSize + padding, alignment: 64)
    clear(buffer)
  }

  deinit { buffer.deallocate() }

  /// Of the file, as it lies on disk.
  var bytesRead: Int64 { source.fileBytesRead }
  /// What the file holds, as far as it was read: expanded, where it is compressed.
  var contentBytes: Int64 { source.contentBytesRead }
  var isCompressed: Bool { source.isCompressed }

  /// The next line without its end, valid until the next call; nil behind the last.
  /// - Parameters:
  ///   - quotesJoinLines: Lines belong together while a `"` is open, as in CSV.
  ///   - bracketsJoinLines: Lines belong together while a bracket is open, as in JSON.
  ///   - length: Of the line without its end, where it is known; it is then all in ``unread``.
  mutating func next(
    quotesJoinLines: Bool = false, bracketsJoinLines: Bool = false, length: Int? = nil
  ) throws(IngestionError) -> UnsafeRawBufferPointer? {
    line += linesOfLastRecord
    linesOfLastRecord = 1
    lastRecord = start
    if let length {
      let limit = start + length
      return record(until: limit, continuingAt: limit + (buffer[limit] == 0x0D ? 2 : 1))
    }
    var searched = start
    var isQuoted = false
    var brackets = OpenBrackets()
    while true {
      let found = newline(from: searched)
      if quotesJoinLines, oddNumberOfQuotes(in: searched..<(found ?? end)) { isQuoted.toggle() }
      if bracketsJoinLines { brackets.read(buffer[searched..<(found ?? end)]) }
      searched = (found ?? end) - start
      if searched > Self.longestLine {
        throw .record(
          bracketsJoinLines ? .report(.tooLong) : .tooLong, place(of: text(until: end)))
      }
      if let found, !isQuoted, !brackets.isOpen {
        return record(until: found, continuingAt: found + 1)
      }
      if found != nil {
        searched += 1
        linesOfLastRecord += 1
      } else if isAtEnd {
        if isQuoted { throw .record(.quoteNotClosed, place(of: text(until: end))) }
        if brackets.isOpen { throw .record(.report(.notClosed), place(of: text(until: end))) }
        return start == end ? nil : record(until: end, continuingAt: end)
      } else {
        try fill()
      }
      searched += start
    }
  }

  /// Takes the record last returned or refused for its first line alone: what a stray quote joined
  /// to it may be records.
  mutating func goOnBehindFirstLine() throws(IngestionError) {
    start = lastRecord
    linesOfLastRecord = 1
    while true {
      if let found = newline(from: start) {
        start = found + 1
        return
      }
      // The line is longer than the buffer.
      start = end
      if isAtEnd { return }
      try fill()
    }
  }

  /// What has been read and not been returned, followed by the padding.
  var unread: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[start..<end]) }

  func place(of record: UnsafeRawBufferPointer) -> RecordPlace {
    // Longer than any excerpt; the record may be long.
    let firstLine = record.prefix(1000).prefix { $0 != 0x0A && $0 != 0x0D }
    return RecordPlace(
      file: path, line: line, excerpt: excerpt(of: UnsafeRawBufferPointer(rebasing: firstLine)))
  }

  private mutating func record(until limit: Int, continuingAt next: Int) -> UnsafeRawBufferPointer {
    let record = text(until: limit > start && buffer[limit - 1] == 0x0D ? limit - 1 : limit)
    start = next
    // Behind the last line of a file there are bytes of lines that stood there before.
    if limit == end { buffer[end] = 0x0A }
    return record
  }

  private func text(until limit: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: buffer[start..<limit])
  }

  private func newline(from index: Int) -> Int? { position(of: 0x0A, in: index..<end) }

  private func oddNumberOfQuotes(in range: Range<Int>) -> Bool {
    var isOdd = false
    var rest = range
    while let quote = position(of: 0x22, in: rest) {
      isOdd.toggle()
      rest = (quote + 1)..<range.upperBound
    }
    return isOdd
  }

  private func position(of byte: CInt, in range: Range<Int>) -> Int? {
    guard let base = buffer.baseAddress, !range.isEmpty,
      let found = memchr(base + range.lowerBound, byte, range.count)
    else { return nil }
    return found - base
  }

  /// Moves the unread bytes to the front and reads behind them.
  private mutating func fill() throws(IngestionError) {
    let capacity = buffer.count - padding
    if start > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      end -= start
      start = 0
      lastRecord = 0
    } else if end == capacity {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 2 * capacity + padding, alignment: 64)
      clear(larger)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
      buffer.deallocate()
      buffer = larger
    }
    let free = UnsafeMutableRawBufferPointer(rebasing: buffer[end..<(buffer.count - padding)])
    let isFirst = source.contentBytesRead == 0
    let count = try source.read(into: free)
    isAtEnd = count == 0
    // A byte order mark is no part of the first line.
    if isFirst, free.prefix(count).starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    end += count
  }
}

/// What is read behind a line is then defined, though it does not matter.
private func clear(_ buffer: UnsafeMutableRawBufferPointer) {
  if let start = buffer.baseAddress { memset(start, 0, buffer.count) }
}

/// The system's words for the last failed call, such as `Permission denied`.
func reasonOfLastError() -> String { String(cString: strerror(errno)) }
