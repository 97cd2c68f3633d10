import Foundation
import Testing

/// Expects `actual` to equal the golden file `name`, kept beside the test.
///
/// Golden files are real pictures: open one to see what the test promises. `RECORD_GOLDEN=1 swift
/// test` rewrites them, and fails, so that a recording is always looked at before it is believed.
func expectGolden(
  _ actual: String,
  _ name: String,
  testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
  try expectContents(
    standalone(actual), of: folder.appending(path: name), sourceLocation: sourceLocation)
}

/// Expects the committed file `golden` to hold `actual`, or records it.
func expectContents(
  _ actual: String, of golden: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: golden)
    Issue.record("recorded \(golden.path); look at it", sourceLocation: sourceLocation)
  } else if actual != (try? String(contentsOf: golden, encoding: .utf8)) {
    let changed = golden.appendingPathExtension("actual.\(golden.pathExtension)")
    try Data(actual.utf8).write(to: changed)
    Issue.record(
      "\(golden.lastPathComponent) changed; compare \(golden.path) with \(changed.lastPathComponent)",
      sourceLocation: sourceLocation)
  }
}

/// A drawing for a page as a file of its own, which needs the namespace and the colours that the
/// page would give it.
private func standalone(_ drawing: String) -> String {
  #"<?xml-stylesheet href="look.css"?>"# + "\n"
    + drawing.replacing("<svg ", with: #"<svg xmlns="http://www.w3.org/2000/svg" "#)
}
