import Foundation

/// A folder of our own, removed when it is no longer needed.
struct ScratchFolder: ~Copyable {
  let path: String

  init() throws(CommandError) {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "tokenbook-\(UUID().uuidString)").path
    try makeFolder(path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
