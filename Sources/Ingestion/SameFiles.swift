import Foundation

/// Refuses two CSV files with the same bytes: their rows have no ids, so they would count twice.
///
/// Files without a row may be alike, as those of days without usage are.
func refuseSameFiles(among files: [String]) throws(IngestionError) {
  var filesBySize: [Int64: [String]] = [:]
  for file in files {
    let size = fileSize(file)
    if size == 0 { continue }
    for earlier in filesBySize[size, default: []] where try holdSameRows(file, earlier) {
      throw .sameFile(path: file, other: earlier)
    }
    filesBySize[size, default: []].append(file)
  }
}

private func holdSameRows(_ path: String, _ other: String) throws(IngestionError) -> Bool {
  let left = try OpenFile(path)
  let right = try OpenFile(other)
  var isHeader = true
  var hasRows = false
  while true {
    let block = try left.nextBlock()
    if block != (try right.nextBlock()) { return false }
    if block.isEmpty { return hasRows }
    if !hasRows {
      var rows = block[...]
      if isHeader {
        rows = rows.drop { $0 != 0x0A }
        isHeader = rows.isEmpty
      }
      hasRows = !rows.allSatisfy { isBlank($0) || $0 == 0x0A }
    }
  }
}

private struct OpenFile: ~Copyable {
  private let path: String
  private let descriptor: CInt

  init(_ path: String) throws(IngestionError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .unreadable(path: path, reason: reasonOfLastError()) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// Empty behind the end; only the last block before it is shorter than the others.
  func nextBlock() throws(IngestionError) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    guard let count = block.withUnsafeMutableBytes({ readFully(descriptor, into: $0) }) else {
      throw .unreadable(path: path, reason: reasonOfLastError())
    }
    block.removeLast(block.count - count)
    return block
  }
}
