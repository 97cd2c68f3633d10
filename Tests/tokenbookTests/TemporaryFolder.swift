import Foundation

/// A folder of its own for one test, removed afterwards.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = Self.root.appending(path: UUID().uuidString, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Removed with the process: what tests share is kept to the end and never released.
  private static let root: URL = {
    atexit { try? FileManager.default.removeItem(at: TemporaryFolder.root) }
    return FileManager.default.temporaryDirectory
      .appending(path: "tokenbook-tests-\(getpid())", directoryHint: .isDirectory)
  }()

  /// Without a slash at its end.
  var path: String { url.path }

  /// Nobody sees half of the file: a preview would build it.
  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: url.appending(path: path))
  }

  /// Writes `new` where `old` stands, which must be there.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try read(path)
    guard text.contains(old) else { throw TextMissing(text: old, path: path) }
    try write(text.replacing(old, with: new), to: path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  func holds(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  struct TextMissing: Error {
    let text: String
    let path: String
  }
}
