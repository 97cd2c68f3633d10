import Foundation
import Testing

/// A folder of its own for one test, removed afterwards.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func write(_ text: String, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ path: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: url.appending(path: path).path, withDestinationPath: destination)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appending(path: path))
  }

  /// Says that a file was written long ago.
  func age(_ path: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)],
      ofItemAtPath: self.path + "/" + path)
  }

  /// Moves a file over another, as editors save.
  func move(_ path: String, over other: String) throws {
    try #require(rename(self.path + "/" + path, self.path + "/" + other) == 0)
  }
}
