import Foundation
import Testing

/// Expects `actual` to equal the golden file `name`, kept beside the test.
///
/// `RECORD_GOLDEN=1 swift test` rewrites the golden files, and fails, so that a recording is always
/// looked at before it is believed.
func expectGolden(
  _ actual: String, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
  let golden = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: golden)
    Issue.record("recorded \(golden.path); look at it", sourceLocation: sourceLocation)
  } else if try actual != String(contentsOf: golden, encoding: .utf8) {
    let changed = golden.appendingPathExtension("actual.\(golden.pathExtension)")
    try Data(actual.utf8).write(to: changed)
    Issue.record(
      "\(name) changed; compare \(golden.path) with \(changed.lastPathComponent)",
      sourceLocation: sourceLocation)
  }
}
