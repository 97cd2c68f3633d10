import Foundation
import Testing

/// The demo, built once for all tests that only look at it.
enum DemoWorkbook {
  static let folder: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    let outcome = try Executable.run(["demo", folder.url.appending(path: "demo").path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return folder
  }

  static func url() throws -> URL {
    try folder.get().url.appending(path: "demo")
  }

  /// A copy to change, without its cache.
  static func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: try url().path)
    where name != ".tokenbook" {
      try FileManager.default.copyItem(
        at: try url().appending(path: name), to: copy.url.appending(path: name))
    }
    return copy
  }
}
