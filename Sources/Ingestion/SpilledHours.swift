import Foundation

/// Item hashes on disk, one file of 16-byte entries an hour, in a folder that only we may read.
///
/// The folder is made with the first file and removed at the end.
struct SpilledHours: ~Copyable {
  private let parent: String
  private var folder: String?
  /// The entries of each hour's file.
  private var counts: [Int64: Int] = [:]

  init(below parent: String) {
    self.parent = parent
  }

  deinit {
    // What cannot be removed is left to the system, as all of its temporary folder.
    if let folder { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Empty for an hour that was never kept.
  func items(ofHour hour: Int64) throws(RecordProblem) -> Set<UInt128> {
    guard let folder, let count = counts[hour] else { return [] }
    let path = file(ofHour: hour, in: folder)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .idsNotKept(path: path, reason: reasonOfLastError()) }
    defer { close(descriptor) }
    var entries = [UInt128](repeating: 0, count: count)
    let wanted = count * MemoryLayout<UInt128>.size
    guard let found = entries.withUnsafeMutableBytes({ readFully(descriptor, into: $0) }) else {
      throw .idsNotKept(path: path, reason: reasonOfLastError())
    }
    if found < wanted { throw .idsNotKept(path: path, reason: "it has become shorter") }
    return Set(entries)
  }

  /// Replaces what is kept of the hour.
  mutating func keep(_ items: Set<UInt128>, ofHour hour: Int64) throws(RecordProblem) {
    let path = file(ofHour: hour, in: try madeFolder())
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw .idsNotKept(path: path, reason: reasonOfLastError()) }
    defer { close(descriptor) }
    guard Array(items).withUnsafeBytes({ writeFully($0, to: descriptor) }) else {
      throw .idsNotKept(path: path, reason: reasonOfLastError())
    }
    counts[hour] = items.count
  }

  private mutating func madeFolder() throws(RecordProblem) -> String {
    if let folder { return folder }
    var path = Array((parent + "/tokenbook-ids-XXXXXX").utf8CString)
    if mkdtemp(&path) == nil { throw .idsNotKept(path: parent, reason: reasonOfLastError()) }
    let made = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    folder = made
    return made
  }

  private func file(ofHour hour: Int64, in folder: String) -> String { "\(folder)/\(hour)" }
}
