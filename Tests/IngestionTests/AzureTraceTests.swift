import Foundation
import Testing
import UsageModel

@testable import Ingestion

/// 8,819 real calls, see Tests/Fixtures/AzureLLMInferenceTrace/NOTICE.md.
@Suite struct AzureTraceTests {
  @Test(arguments: [("UTC", "2023-11-16"), ("Pacific/Auckland", "2023-11-17")])
  func `a real trace is counted to the token`(zone: String, local: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/AzureLLMInferenceTrace/AzureLLMInferenceTrace_code.csv").path
    let source = UsageSource(
      name: "code-assistant", paths: [file],
      format: .csv(
        CSVMapping(
          columns: [
            .time: "TIMESTAMP", .promptTokens: "ContextTokens",
            .completionTokens: "GeneratedTokens",
          ],
          constants: [.subscription: "sub-code", .feature: "code-completion", .model: "gpt-4o"])))
    var points: [UsagePoint] = []
    var progress: [ReadProgress] = []

    let receipt = try readUsage(
      of: source, files: metricFiles(at: source.paths, format: source.format),
      calendar: calendar(zone), progress: { progress.append($0) },
      receive: { points += $0.points })

    #expect(
      points == [
        UsagePoint(
          series: SeriesKey(
            subscription: "sub-code", user: "unknown", feature: "code-completion", model: "gpt-4o"),
          day: day(local), utcMonth: month("2023-11"),
          counts: TokenCounts(prompt: 18_059_974, completion: 245_896, requests: 8819))
      ])
    #expect(
      receipt
        == UsageReceipt(
          days: [
            day(local): DayReceipt(
              rows: 8819, tokens: 18_305_870,
              first: Timestamp(ticks: moment("2023-11-16", seconds: 65_823).ticks + 9_799_600),
              last: Timestamp(ticks: moment("2023-11-16", seconds: 69_259).ticks + 9_280_160))
          ], pathsRead: source.paths))
    #expect(progress.last == ReadProgress(bytesRead: 320_117, totalBytes: 320_117, records: 8819))
  }
}
