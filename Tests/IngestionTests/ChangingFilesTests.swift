import Foundation
import Testing
import UsageModel

@testable import Ingestion

@Suite struct ChangingFilesTests {
  @Test(arguments: ["more", "other", "gone"])
  func `a file that changes while it is read is refused`(change: String) throws {
    try withFiles(["a.json": line(1) + "\n" + line(2) + "\n", "b.json": line(8)]) { folder in
      let file = folder + "/a.json"
      let source = UsageSource(name: "export", paths: [], format: export)
      var isChanged = false

      #expect(throws: IngestionError.changedWhileRead(file)) {
        try readUsage(
          of: source, files: [file], calendar: try calendar("UTC"),
          progress: { _ in
            if isChanged { return }
            isChanged = true
            switch change {
            case "more": append("\n", to: file)
            case "other": rename(folder + "/b.json", file)
            default: unlink(file)
            }
          }, receive: { _ in })
      }
    }
    #expect(
      message(.changedWhileRead("a.json")) == """
        'a.json' changed while it was read
          fix: wait until it is written, and import again
        """)
  }

  @Test func `a change that looks like a bad line is called a change`() throws {
    // Longer than what is read at once, so that the end is read after the change.
    let lines = String(repeating: line(1) + "\n", count: 20_000)
    try withFiles(["a.json": lines]) { folder in
      let file = folder + "/a.json"
      let source = UsageSource(name: "export", paths: [], format: export)

      #expect(throws: IngestionError.changedWhileRead(file)) {
        try readUsage(
          of: source, files: [file], calendar: try calendar("UTC"),
          progress: { _ in truncate(file, off_t(lines.utf8.count - 20)) }, receive: { _ in })
      }
    }
  }

  @Test func `a pipe is read to its end`() throws {
    try withFiles(["a.json": ""]) { folder in
      let pipe = folder + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      let writer = Thread {
        let descriptor = open(pipe, O_WRONLY)
        _ = Array(line(5).utf8).withUnsafeBytes { writeFully($0, to: descriptor) }
        close(descriptor)
      }
      writer.start()
      let source = UsageSource(name: "export", paths: [], format: export)
      var tokens: Int64 = 0

      _ = try readUsage(
        of: source, files: [pipe], calendar: try calendar("UTC"), progress: { _ in },
        receive: { tokens += $0.points.reduce(0) { $0 + ($1.counts.total ?? 0) } })

      #expect(tokens == 5)
    }
  }
}

private let export = SourceFormat.azureMonitorExport(.recommended)

private func line(_ tokens: Int64) -> String {
  #"{"TimeGenerated":"2026-11-22T08:00:00Z","Name":"Total Tokens","Sum":\#(tokens)}"#
}

private func append(_ text: String, to file: String) {
  let descriptor = open(file, O_WRONLY | O_APPEND)
  _ = Array(text.utf8).withUnsafeBytes { writeFully($0, to: descriptor) }
  close(descriptor)
}
