import Foundation

/// The content of a file, expanded where it is compressed. The first two bytes decide, not the name.
struct MetricFileBytes: ~Copyable {
  private let path: String
  private let descriptor: CInt
  private var isAtStart = true
  private var inflation: GzipInflation?
  /// As they lie on disk.
  private(set) var fileBytesRead: Int64 = 0
  /// Expanded.
  private(set) var contentBytesRead: Int64 = 0
  private(set) var isCompressed = false

  init(path: String) throws(IngestionError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .unreadable(path: path, reason: reasonOfLastError()) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// - Parameter buffer: Of two bytes or more.
  /// - Returns: How many bytes were read, 0 behind the last.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(IngestionError) -> Int {
    let count = isAtStart ? try firstBytes(into: buffer) : try nextBytes(into: buffer)
    isAtStart = false
    contentBytesRead += Int64(count)
    return count
  }

  private mutating func firstBytes(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IngestionError) -> Int {
    var count = 0
    // A pipe may give one byte at a time.
    while count < 2 {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let added = try readFile(into: rest)
      if added == 0 { break }
      count += added
    }
    guard count >= 2, buffer[0] == 0x1F, buffer[1] == 0x8B else { return count }
    isCompressed = true
    do throws(GzipProblem) {
      inflation = try GzipInflation(
        startingWith: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    } catch {
      throw .gzip(error, path: path)
    }
    return try nextBytes(into: buffer)
  }

  private mutating func nextBytes(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IngestionError) -> Int {
    guard isCompressed else { return try readFile(into: buffer) }
    let (path, descriptor) = (path, descriptor)
    var taken: Int64 = 0
    defer { fileBytesRead += taken }
    return try inflation?.read(
      into: buffer,
      refill: { input throws(IngestionError) in
        let count = try readOnce(descriptor, into: input, path: path)
        taken += Int64(count)
        return count
      }, path: path) ?? 0
  }

  private mutating func readFile(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IngestionError) -> Int {
    let count = try readOnce(descriptor, into: buffer, path: path)
    fileBytesRead += Int64(count)
    return count
  }
}

private func readOnce(
  _ descriptor: CInt, into buffer: UnsafeMutableRawBufferPointer, path: String
) throws(IngestionError) -> Int {
  var count: Int
  repeat {
    count = read(descriptor, buffer.baseAddress, buffer.count)
  } while count < 0
    && errno == EINTR
  if count < 0 { throw .unreadable(path: path, reason: reasonOfLastError()) }
  return count
}
