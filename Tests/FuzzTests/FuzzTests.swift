import Foundation
import Testing

/// Readers of files from outside, given inputs that nobody would write: `make test` does it for half
/// a minute in all, `make soak` for ten minutes each.
@Suite struct FuzzTests {
  static let readers = [
    "azure-monitor-export", "csv-wide", "csv-long", "litellm-daily-spend", "opentelemetry-otlp",
    "openai-usage", "anthropic-usage", "gzip", "service-answer", "table-file", "settings-file",
  ]

  @Test(arguments: readers)
  func `no input crashes a reader, hangs it or passes for something else`(reader: String) throws {
    let outcome = try fuzz(reader, seconds: secondsEach)

    #expect(outcome.status == 0, "\(outcome)")
    print(outcome.output, terminator: "")
  }

  @Test func `every reader has its turn`() throws {
    #expect(
      try FuzzReaders.run(["list"]).output == Self.readers.joined(separator: "\n") + "\n")
  }

  @Test func `a fault is found, and told with what is needed to see it again`() throws {
    let outcome = try fuzz("planted-fault", corpus: "csv-wide", seconds: 60)

    #expect(outcome.status == 1)
    let told = try #require(
      outcome.output.firstMatch(
        of: /planted-fault, seed \d+, input \d+: a line end behind a quote\n/)
    )
    #expect(told.output == outcome.output[...])
    let input = try #require(outcome.inputKept)
    defer { try? FileManager.default.removeItem(at: input.deletingLastPathComponent()) }
    let again = try FuzzReaders.run(
      ["check", "planted-fault", input.path, input.deletingLastPathComponent().path])
    #expect(again.status != 0)
  }

  /// 30 seconds for all of them.
  private var secondsEach: Double {
    setting("TOKENBOOK_FUZZ_SECONDS") ?? 30 / Double(Self.readers.count)
  }

  private func fuzz(
    _ reader: String, corpus: String? = nil, seconds: Double
  ) throws -> FuzzReaders.Outcome {
    let work = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    var outcome = try FuzzReaders.run([
      "run", reader, folder.appending(path: corpus ?? reader).path, work.path,
      String(Int(setting("TOKENBOOK_FUZZ_SEED") ?? 1)), String(seconds),
    ])
    if outcome.status == 0 {
      try FileManager.default.removeItem(at: work)
    } else {
      outcome.inputKept = work.appending(path: "input")
    }
    return outcome
  }

  private var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
  }

  private func setting(_ name: String) -> Double? {
    ProcessInfo.processInfo.environment[name].flatMap(Double.init)
  }
}
