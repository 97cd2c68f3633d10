import Foundation

/// The content of a file of Tests/Fixtures/UsageReports.
func report(_ name: String) throws -> String {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/UsageReports")
  return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
}
