import Foundation
import Testing

/// The demo, built once for all tests that only look at it.
enum DemoWorkbook {
  private static let folder: Result<TemporaryFolder, any Error> = Result {
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

  /// A copy of four months of the gateway, imported and built; `later/` has five more to import.
  static func fourMonths() throws -> TemporaryFolder {
    let copy = try self.copy()
    for name in ["snapshot.sqlite", "site", "site.previous"] where copy.holds(name) {
      try copy.remove(name)
    }
    for file in try copy.tree("exports").keys where file > "2026-03" {
      if file < "2026-08" { try copy.write(copy.read("exports/\(file)"), to: "later/\(file)") }
      try copy.remove("exports/\(file)")
    }
    for command in [["import", "--source", "gateway-export"], ["build"]] {
      let outcome = try copy.tokenbook(command)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    return copy
  }
}
