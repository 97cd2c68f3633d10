import Foundation

/// Refuses two CSV files with the same rows: they have no ids, so they would count twice.
///
/// Files without a row may be alike, as those of days without usage are.
struct SameFiles {
  /// In the order of the import; the size is of the content, nil where it is not known yet.
  private var sizes: [(path: String, size: Int64?)]

  /// Compares what is not compressed.
  init(among files: [String]) throws(IngestionError) {
    sizes = []
    for file in files {
      sizes.append((file, try isCompressed(file) ? nil : fileSize(file)))
    }
    try refuse { _ in true }
  }

  /// Compares what is compressed, once all files are read.
  /// - Parameter contents: The sizes of their contents.
  mutating func check(contents: [String: Int64]) throws(IngestionError) {
    let compressed = Set(sizes.filter { $0.size == nil }.map(\.path))
    if compressed.isEmpty { return }
    sizes = sizes.map { ($0.path, $0.size ?? contents[$0.path]) }
    try refuse { compressed.contains($0) }
  }

  /// - Parameter isNew: Whether a file was not compared with the others before.
  private func refuse(_ isNew: (String) -> Bool) throws(IngestionError) {
    var filesBySize: [Int64: [String]] = [:]
    for (file, size) in sizes {
      guard let size, size > 0 else { continue }
      for earlier in filesBySize[size, default: []] where isNew(file) || isNew(earlier) {
        if try holdSameRows(file, earlier) { throw .sameFile(path: file, other: earlier) }
      }
      filesBySize[size, default: []].append(file)
    }
  }
}

private func isCompressed(_ path: String) throws(IngestionError) -> Bool {
  // A pipe cannot be read twice, and holds no size to compare.
  guard fileSize(path) > 0 else { return false }
  var bytes = try MetricFileBytes(path: path)
  var start: [UInt8] = [0, 0]
  let result: Result<Int, IngestionError> = start.withUnsafeMutableBytes { buffer in
    do throws(IngestionError) { return .success(try bytes.read(into: buffer)) } catch {
      return .failure(error)
    }
  }
  _ = try result.get()
  return bytes.isCompressed
}

private func holdSameRows(_ path: String, _ other: String) throws(IngestionError) -> Bool {
  var left = try OpenFile(path)
  var right = try OpenFile(other)
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

/// Blocks of a file's content.
private struct OpenFile: ~Copyable {
  private var bytes: MetricFileBytes

  init(_ path: String) throws(IngestionError) { bytes = try MetricFileBytes(path: path) }

  /// Empty behind the end; only the last block before it is shorter than the others.
  mutating func nextBlock() throws(IngestionError) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var filled = 0
    while filled < block.count {
      let result: Result<Int, IngestionError> = block.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        do throws(IngestionError) { return .success(try bytes.read(into: rest)) } catch {
          return .failure(error)
        }
      }
      let count = try result.get()
      if count == 0 { break }
      filled += count
    }
    block.removeLast(block.count - filled)
    return block
  }
}
