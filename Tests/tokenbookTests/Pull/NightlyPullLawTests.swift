import Foundation
import SeededCases
import Testing

/// The law of pulls: whatever happens on the nights, the snapshot holds of every day what the service
/// held when an answer for that day was accepted last. Nothing twice, nothing lost.
@Suite struct NightlyPullLawTests {
  private static let nights = 60

  @Test(arguments: [20_261_124, 7] as [UInt64])
  func `sixty nights of lateness and faults leave what the service held`(seed: UInt64) throws {
    let service = try RunningService()
    let folder = try PullWorkbook.written(
      for: service, sources: PullWorkbook.source(more: "from: 2026-09-25"))
    var nights = UsageOfNights(seed: seed)
    // By day, as of the last accepted answer.
    var expected: [String: [String]] = [:]
    var statuses: [Int32: Int] = [:]

    for night in 1...Self.nights {
      let today = text(ofDay: night)
      let isLast = night == Self.nights
      try service.holds(nights.recordsArriving(on: night))
      // What has gone for a night comes back, and an answer without it must not be believed.
      let hasGone = !isLast && nights.happens(oneIn: 15)
      if hasGone { try service.tell("records", method: "DELETE") }
      try service.tell("faults", method: "DELETE")
      if !isLast { try service.fails(nights.faults()) }

      let outcome = try folder.pull(
        on: today, from: service, environment: ["TOKENBOOK_RETRY_SECONDS": "0.01"])

      statuses[outcome.status, default: 0] += 1
      #expect(
        [0, 1, 65, 69, 77].contains(outcome.status),
        "seed \(seed), night \(night): \(outcome.errors)")
      if folder.holds("snapshot.sqlite") {
        let accepted = try folder.snapshot(
          """
          SELECT date(day * 86400, 'unixepoch') FROM pulled_day
          WHERE asked_on = unixepoch('\(today)') / 86400 ORDER BY day
          """
        ).split(separator: "\n").map(String.init)
        if let first = accepted.first, let last = accepted.last {
          let truth = try service.truth(from: first, to: last)
          for day in accepted { expected[day] = truth[day] ?? [] }
        }
      }
      if hasGone { try service.holds(nights.arrived) }
    }

    #expect(statuses[0, default: 0] > Self.nights / 3, "seed \(seed): \(statuses)")
    #expect(statuses.count > 1, "seed \(seed): no night went wrong: \(statuses)")
    // The first night asks for the days since `from:`.
    #expect(expected.count == Self.nights + 5, "seed \(seed)")
    let stored = try folder.storedLines()
    for (day, lines) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(stored[day] ?? [] == lines, "seed \(seed), \(day)")
    }
    #expect(Set(stored.keys).subtracting(expected.keys).isEmpty, "seed \(seed)")
  }
}

/// Day 0 is 30 September 2026.
private func text(ofDay day: Int) -> String {
  let date = Date(timeIntervalSince1970: TimeInterval(1_790_726_400 + day * 86_400))
  return String(date.ISO8601Format().prefix(10))
}

/// Random usage of every day, and what goes wrong at night.
private struct UsageOfNights {
  private var random: SplitMix64
  private var waiting: [Int: [UsageRecord]] = [:]
  /// All that the service has got.
  private(set) var arrived: [UsageRecord] = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    // Before the first night.
    for day in -5..<1 { makeRecords(of: day) }
  }

  /// What the service gets between the pull before and this one.
  mutating func recordsArriving(on night: Int) -> [UsageRecord] {
    makeRecords(of: night - 1)
    let arriving = waiting.keys.filter { $0 <= night }.sorted().flatMap { waiting[$0] ?? [] }
    waiting = waiting.filter { $0.key > night }
    arrived += arriving
    return arriving
  }

  mutating func happens(oneIn chances: Int) -> Bool {
    Int.random(in: 0..<chances, using: &random) == 0
  }

  /// JSON of some faults, most of them over after a request or two.
  mutating func faults() -> String {
    let actions = [
      #""action":"throttle","retry_after":0"#,
      #""action":"throttle","retry_after":"date","seconds":1"#,
      #""action":"unavailable","status":503"#, #""action":"unavailable","status":500"#,
      #""action":"timeout","delay":0.01"#, #""action":"partial""#, #""action":"reset""#,
      #""action":"close""#, #""action":"truncated_json""#, #""action":"invalid_utf8""#,
      #""action":"gzip""#, #""action":"gzip_truncated""#, #""action":"weird_rows""#,
      #""action":"weird_rows","nan":true"#, #""action":"empty""#, #""action":"expire_tokens""#,
      #""action":"headers","headers":{"Age":"90"}"#,
      #""action":"respond","status":403,"body":{"error":{"code":"InsufficientAccessError","message":"no"}}"#,
    ]
    let chosen = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      let action = actions[Int.random(in: 0..<actions.count, using: &random)]
      // Seldom the service is ill for the whole night.
      let isLasting = happens(oneIn: 5)
      let place = !isLasting && happens(oneIn: 6) ? "/token$" : "/query$"
      let times = isLasting ? "" : #","times":\#(Int.random(in: 1...2, using: &random))"#
      return #"{"match":{"path":"\#(place)"},\#(action)\#(times)}"#
    }
    return chosen.joined(separator: ",")
  }

  private mutating func makeRecords(of day: Int) {
    // Some days nobody works.
    if happens(oneIn: 9) { return }
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let second = Int.random(in: 0..<86_400, using: &random)
      // Berlin is two hours ahead, later one: records near midnight fall on either side.
      let time =
        text(ofDay: day) + "T"
        + String(
          format: "%02d:%02d:%02d.%03dZ", second / 3600, second / 60 % 60, second % 60,
          second % 1000)
      let late = happens(oneIn: 8) ? Int.random(in: 1...6, using: &random) : 0
      var properties = [
        "Subscription ID": "sub-\(Int.random(in: 1...3, using: &random))",
        "API ID": "chat", "Model": "gpt-\(Int.random(in: 4...5, using: &random))",
      ]
      if !happens(oneIn: 4) {
        properties["User ID"] =
          ["ann", "bö \"b\" \\", "<script>"][
            Int.random(in: 0..<3, using: &random)]
      }
      let prompt = Int.random(in: 0...5000, using: &random)
      let completion = Int.random(in: 0...900, using: &random)
      var metrics = [
        ("Prompt Tokens", prompt), ("Completion Tokens", completion),
        ("Total Tokens", prompt + completion),
      ]
      if happens(oneIn: 3) { metrics.append(("Prompt Cached Tokens", prompt / 2)) }
      if happens(oneIn: 9) { metrics.append(("Prompt Audio Tokens", prompt / 7)) }
      waiting[day + 1 + late, default: []] += metrics.map { name, sum in
        UsageRecord(
          time: time, name: name, sum: Double(sum),
          itemCount: Int.random(in: 1...4, using: &random), properties: properties)
      }
    }
  }
}

extension RunningService {
  /// What the service holds now, by local day in Berlin: a line for each series and metric.
  fileprivate func truth(from: String, to: String) throws -> [String: [String]] {
    struct Sum: Decodable {
      let tokens: Int
      let requests: Int
    }
    struct Day: Decodable { let series: [String: [String: Sum]] }
    struct Truth: Decodable { let days: [String: Day] }
    let truth = try ask(
      "truth?from=\(from)&to=\(to)&tz=Europe/Berlin&dimensions="
        + "Subscription%20ID%7CUser%20ID%7CAPI%20ID%7CModel", as: Truth.self)
    return truth.days.mapValues { day in
      day.series.flatMap { key, metrics in
        let series = key.split(separator: "\t", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? "unknown" : String($0) }.joined(separator: "\t")
        return metrics.map { name, sum in
          let requests = name == "Total Tokens" || name == "Prompt Audio Tokens"
          return "\(series)\t\(name)\t\(sum.tokens)\t\(requests ? String(sum.requests) : "")"
        }
      }.sorted()
    }
  }
}

extension TemporaryFolder {
  /// What the snapshot holds, by day: a line for each series and metric.
  fileprivate func storedLines() throws -> [String: [String]] {
    let counts = [
      ("prompt", "Prompt Tokens", "''"), ("completion", "Completion Tokens", "''"),
      ("total", "Total Tokens", "sum(requests)"), ("cached", "Prompt Cached Tokens", "''"),
    ].map { column, metric, requests in
      """
      SELECT day, series, '\(metric)' AS metric, sum(\(column)) AS tokens, \(requests) AS requests
      FROM point GROUP BY day, series HAVING sum(\(column)) IS NOT NULL
      """
    }
    let sql = """
      WITH line AS (
        \(counts.joined(separator: "\nUNION ALL\n"))
        UNION ALL
        SELECT day, series, metric, sum(tokens), sum(requests) FROM other_point
        GROUP BY day, series, metric)
      SELECT date(day * 86400, 'unixepoch') || '|' || s.text || char(9) || u.text || char(9)
        || f.text || char(9) || m.text || char(9) || metric || char(9) || tokens || char(9) || requests
      FROM line JOIN series ON series.id = line.series
      JOIN dimension s ON s.id = series.subscription JOIN dimension u ON u.id = series.user
      JOIN dimension f ON f.id = series.feature JOIN dimension m ON m.id = series.model
      """
    var lines: [String: [String]] = [:]
    for line in try snapshot(sql).split(separator: "\n") {
      lines[String(line.prefix(10)), default: []].append(String(line.dropFirst(11)))
    }
    return lines.mapValues { $0.sorted() }
  }
}
