import Foundation

/// A folder of its own for one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    var template = Array(
      (FileManager.default.temporaryDirectory.path + "/publishing-XXXXXX").utf8CString)
    path = String(cString: mkdtemp(&template))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  var site: String { path + "/site" }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// nil for a missing file.
  func identity(_ name: String) -> FileIdentity? {
    var status = stat()
    guard lstat(path + "/" + name, &status) == 0 else { return nil }
    return FileIdentity(
      inode: status.st_ino, changedSecond: status.st_mtim.tv_sec,
      changedNanosecond: status.st_mtim.tv_nsec)
  }

  func permissions(_ name: String) -> UInt32? {
    var status = stat()
    guard lstat(path + "/" + name, &status) == 0 else { return nil }
    return status.st_mode & 0o7777
  }

  /// Everything in the folder and below, folders with a final `/`, sorted.
  func listing() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).map { name in
      var status = stat()
      lstat(path + "/" + name, &status)
      return status.st_mode & S_IFMT == S_IFDIR ? name + "/" : name
    }.sorted()
  }
}

/// What a web server sees change when a file is written anew.
struct FileIdentity: Hashable {
  let inode: UInt
  let changedSecond: Int
  let changedNanosecond: Int
}
