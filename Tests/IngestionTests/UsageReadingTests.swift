import Testing
import UsageModel

@testable import Ingestion

@Suite struct UsageReadingTests {
  @Test func `all files are one answer`() throws {
    let reading = try reading([record("a", 1), record("b", 10) + "\n" + record("a", 100)])

    #expect(reading.points.map(\.series.subscription) == ["a", "b"])
    #expect(reading.points.map(\.counts.prompt) == [101, 10])
    #expect(reading.receipt.days[day("2026-11-22")]?.rows == 3)
  }

  @Test func `groups are handed on when there are many, and again at the end`() throws {
    let lines = ["a", "b", "a", "c", "a", "a"].map { record($0, 1) }.joined(separator: "\n")

    let reading = try reading([lines], groupLimit: 2)

    #expect(reading.batchSizes == [2, 2, 1])
    #expect(reading.points.map(\.series.subscription) == ["a", "b", "a", "c", "a"])
    #expect(reading.points.map(\.counts.prompt) == [1, 1, 1, 1, 2])
    #expect(reading.receipt.days[day("2026-11-22")]?.tokens == 6)
  }

  @Test func `what fits into memory is handed on at once`() throws {
    let lines = (0..<5000).map { record("s\($0)", 1) }.joined(separator: "\n")

    let reading = try reading([lines], groupLimit: 10_000)

    #expect(reading.batchSizes == [5000])
    #expect(reading.points.map(\.series.subscription) == (0..<5000).map { "s\($0)" })
  }

  @Test func `progress counts bytes and records of all files`() throws {
    let first = record("a", 1) + "\n\n" + record("a", 2) + "\n"
    let second = record("b", 3)

    let progress = try reading([first, second]).progress

    let total = Int64(first.utf8.count + second.utf8.count)
    #expect(progress.map(\.totalBytes) == [total, total, total, total])
    #expect(progress.map(\.records) == [1, 2, 3, 3])
    #expect(
      progress.map(\.bytesRead)
        == [first.utf8.count, first.utf8.count, Int(total), Int(total)]
        .map(Int64.init))
  }

  @Test func `what the receiver throws is thrown on`() throws {
    try withFiles(["a.json": record("a", 1)]) { folder in
      let source = UsageSource(
        name: "export", paths: [], format: .azureMonitorExport(.recommended))

      #expect(throws: Refusal()) {
        try readUsage(
          of: source, files: [folder + "/a.json"], calendar: try calendar("UTC"),
          progress: { _ in }, receive: { _ in throw Refusal() })
      }
    }
  }

  @Test func `nothing is lost, whatever the order and the memory`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var random = SplitMix64(state: seed)
      var lines: [String] = []
      var expected: [String: Int64] = [:]
      for _ in 0..<300 {
        let subscription = "s\(Int.random(in: 0..<20, using: &random))"
        let tokens = Int64.random(in: 0..<1_000_000, using: &random)
        lines.append(record(subscription, tokens))
        expected[subscription, default: 0] += tokens
      }

      let reading = try reading(
        [lines.joined(separator: "\n")], groupLimit: Int.random(in: 1..<30, using: &random))

      var sums: [String: Int64] = [:]
      for point in reading.points {
        sums[point.series.subscription, default: 0] += point.counts.prompt ?? 0
      }
      #expect(sums == expected, "seed \(seed)")
    }
  }

  private func record(_ subscription: String, _ tokens: Int64) -> String {
    #"{"TimeGenerated":"2026-11-22T00:00:00Z","Name":"Prompt Tokens","Sum":\#(tokens),"Properties":{"Subscription ID":"\#(subscription)"}}"#
  }
}

private struct Refusal: Error, Equatable {}
