import Testing
import UsageModel

@testable import Ingestion

/// Lines written like one before are compared with it; that must never show.
@Suite struct AlikeLinesTests {
  @Test func `values of any length are read from lines that are written alike`() throws {
    let lines = [
      line(time: "2026-11-22T00:00:00Z", user: "a", tokens: "1"),
      line(time: "2026-11-22T00:00:00.1234567Z", user: "", tokens: "12345678"),
      line(time: "2026-11-21T00:00:00Z", user: "somebody with a long name", tokens: "0"),
      line(time: "2026-11-21T00:00:00Z", user: "Zoë 🦉", tokens: "1.5e1"),
      line(time: "2026-11-21T00:00:00Z", user: #"tab\tand \"quotes\""#, tokens: "7"),
      line(time: "2026-11-21T00:00:00Z", user: "a", tokens: "30"),
    ]

    let points = try reading([lines.joined(separator: "\r\n")]).points

    #expect(
      points.map { "\($0.day) \($0.series.user) \($0.counts.prompt ?? -1)" } == [
        "2026-11-22 a 1", "2026-11-22 unknown 12345678",
        "2026-11-21 somebody with a long name 0", "2026-11-21 Zoë 🦉 15",
        "2026-11-21 tab\tand \"quotes\" 7", "2026-11-21 a 30",
      ])
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `a line is read the same whatever was read before`(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let before = (0..<3).map { _ in made(&random) }
    let changed = mutated(made(&random), &random)

    let alone = outcome(of: [changed])
    let behind = outcome(of: before + [changed])

    var expected: [String: Int64]?
    if let alone, let before = outcome(of: before) {
      expected = before.merging(alone, uniquingKeysWith: +)
    }
    #expect(behind == expected, "seed \(seed): \(String(decoding: changed, as: UTF8.self))")
  }

  /// Tokens by day, series and metric; nil where a line is refused.
  private func outcome(of lines: [[UInt8]]) -> [String: Int64]? {
    let text = Array(lines.joined(separator: [0x0A])) + [0x0A]
    guard
      let reading = try? reading([text], as: .azureMonitorExport(.recommended))
    else { return nil }
    var sums: [String: Int64] = [:]
    for point in reading.points {
      let place = "\(point.day) \(point.series)"
      sums[place + " prompt"] = point.counts.prompt
      sums[place + " total"] = point.counts.total
      sums[place + " requests"] = point.counts.requests
    }
    for (name, count) in reading.receipt.ignoredMetrics { sums["ignored " + name] = count }
    for other in reading.others {
      sums["\(other.day) \(other.series) \(other.metric)"] = other.tokens
    }
    return sums
  }

  private func made(_ random: inout SplitMix64) -> [UInt8] {
    let users = ["", "a", "somebody@example.com", "Zoë", "🦉🦉🦉🦉🦉", "x\\u00e9"]
    let tokens = ["0", "7", "1250", "1250.0", "1.25E3", "123456789012"]
    let names = ["Prompt Tokens", "Total Tokens", "HeartbeatState", "Odd Tokens"]
    return Array(
      line(
        time: "2026-11-\(Int.random(in: 10...29, using: &random))T00:00:00Z",
        name: names.randomElement(using: &random)!, user: users.randomElement(using: &random)!,
        tokens: tokens.randomElement(using: &random)!
      ).utf8)
  }

  /// Some bytes replaced, left out or put in: by those that mean something in JSON, often.
  private func mutated(_ line: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var line = line
    let bytes = Array("\"\\{}[],:0123456789.-eE truefalsn\t\u{1}é".utf8) + [0xFF, 0x80]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = line.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<3, using: &random) {
      case 0: line[place] = bytes.randomElement(using: &random)!
      case 1: line.remove(at: place)
      default: line.insert(bytes.randomElement(using: &random)!, at: place)
      }
    }
    return line
  }

  private func line(
    time: String, name: String = "Prompt Tokens", user: String, tokens: String
  ) -> String {
    #"{"TimeGenerated":"\#(time)","Name":"\#(name)","Sum":\#(tokens),"ItemCount":1,"Extra":[true,null,-0.5],"Properties":{"User ID":"\#(user)","Model":"jade","Other":{"a":[1,2]}},"Type":"AppMetrics"}"#
  }
}
