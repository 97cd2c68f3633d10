import Foundation

/// The files that inputs are made from.
struct Corpus {
  /// In order of their names, so that a seed means the same on every machine.
  let files: [[UInt8]]

  init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    files = try names.map { Array(try Data(contentsOf: URL(filePath: folder + "/" + $0))) }
    try require(!files.isEmpty, "'\(folder)' has no file")
  }
}

/// Where a reader finds the files it is given.
struct WorkFolder: Sendable {
  let path: String

  /// - Returns: The path of the file.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = path + "/" + name
    guard let handle = fopen(file, "w") else { throw Violation("cannot write '\(file)'") }
    defer { fclose(handle) }
    try require(
      fwrite(bytes, 1, bytes.count, handle) == bytes.count, "cannot write '\(file)'")
    return file
  }
}
