import Foundation

/// Writes the files of a new workbook folder, and never over one that is there.
struct FolderWriting {
  let root: String

  func refuseExisting(_ paths: [String]) throws(CommandError) {
    for path in paths where FileManager.default.fileExists(atPath: root + "/" + path) {
      throw .fileExists(path: path)
    }
  }

  func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
    let file = URL(filePath: root).appending(path: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file, options: .withoutOverwriting)
    } catch {
      throw .cannotWrite(path: file.path, reason: (error as NSError).localizedDescription)
    }
  }
}
