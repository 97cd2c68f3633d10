import Foundation
import Pricing
import SnapshotStore
import Testing
import UsageModel

@Suite struct SnapshotImportTests {
  private let first = point("2026-10-01", TokenCounts(prompt: 10, completion: 4, requests: 2))
  private let second = point("2026-10-02", TokenCounts(prompt: 7, cached: 3, requests: 1))

  @Test func `new days are added`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)

      let outcome = try snapshot.add([first, second])

      var expected = ImportOutcome()
      expected.daysAdded = [day("2026-10-01"), day("2026-10-02")]
      expected.rows = 2
      expected.tokensByMetric = [
        MetricTokens(metric: "Prompt Tokens", tokens: 17),
        MetricTokens(metric: "Completion Tokens", tokens: 4),
        MetricTokens(metric: "Prompt Cached Tokens", tokens: 3),
      ]
      #expect(outcome == expected)
      #expect(try snapshot.sources() == ["gateway"])
      #expect(try snapshot.usage() == ["2026-10-01 ann 10 4", "2026-10-02 ann 7 -"])
    }
  }

  @Test func `the same files again change no byte`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first, second])
      let before = FileManager.default.contents(atPath: snapshot.path)

      let outcome = try snapshot.add([second, first])

      #expect(outcome.daysUnchanged == [day("2026-10-01"), day("2026-10-02")])
      #expect(!outcome.isChange)
      #expect(FileManager.default.contents(atPath: snapshot.path) == before)
    }
  }

  @Test func `a day in the answer replaces that day of that source only`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first, second])
      try snapshot.add([first], source: "assistant")

      let outcome = try snapshot.add([
        point("2026-10-01", user: "bob", TokenCounts(prompt: 30))
      ])

      #expect(outcome.daysReplaced == [day("2026-10-01")])
      #expect(
        try snapshot.usage() == [
          "2026-10-01 ann 10 4", "2026-10-01 bob 30 -", "2026-10-02 ann 7 -",
        ])
    }
  }

  @Test func `as many tokens of somebody else are a change`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first])

      let outcome = try snapshot.add([
        point("2026-10-01", user: "bob", TokenCounts(prompt: 10, completion: 4, requests: 2))
      ])

      #expect(outcome.daysReplaced == [day("2026-10-01")])
      #expect(try snapshot.usage() == ["2026-10-01 bob 10 4"])
    }
  }

  @Test func `a count that becomes known is a change, also where it is zero`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first])
      var known = first
      known.counts.cached = 0

      #expect(try snapshot.add([known]).daysReplaced == [day("2026-10-01")])
    }
  }

  @Test func `a day that would lose records is refused and nothing changes`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first, second])
      let before = FileManager.default.contents(atPath: snapshot.path)

      let fewer = point("2026-10-02", TokenCounts(prompt: 6))
      let more = point("2026-10-03", TokenCounts(prompt: 6))

      #expect(throws: SnapshotError.losesData(source: "gateway", days: [day("2026-10-02")])) {
        try snapshot.add([fewer, more])
      }
      #expect(FileManager.default.contents(atPath: snapshot.path) == before)
      let outcome = try snapshot.add([fewer], permitLoss: true)
      #expect(outcome.daysReplaced == [day("2026-10-02")])
    }
  }

  @Test(arguments: [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)])
  func `fewer rows, fewer tokens, a later start and an earlier end all lose`(
    rows: Int64, tokens: Int64, start: Int64, end: Int64
  ) throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first])
      let stored = receipt(of: [first]).days[first.day]!
      let fewer = DayReceipt(
        rows: stored.rows - rows, tokens: stored.tokens - tokens,
        first: Timestamp(ticks: stored.first.ticks + start),
        last: Timestamp(ticks: stored.last.ticks - end))

      #expect(throws: SnapshotError.losesData(source: "gateway", days: [first.day])) {
        try snapshot.replaceDays(of: "gateway", permitLoss: false, importedAt: "") { _ in
          UsageReceipt(days: [first.day: fewer])
        }
      }
    }
  }

  @Test func `batches of one series and day are added up`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)

      let outcome = try snapshot.replaceDays(
        of: "gateway", permitLoss: false, importedAt: ""
      ) { receive in
        try receive(UsageBatch(points: [point("2026-10-01", TokenCounts(prompt: 1))]))
        try receive(
          UsageBatch(points: [point("2026-10-01", TokenCounts(prompt: 2, completion: 5))]))
        return receipt(of: [first])
      }

      #expect(outcome.tokensByMetric.map(\.tokens) == [3, 5])
      #expect(try snapshot.usage() == ["2026-10-01 ann 3 5"])
    }
  }

  @Test func `the two points of a day in which a UTC month ends are added up`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let october = CalendarMonth("2026-10")!
      let halves = [october, october.advanced(by: 1)].map { month in
        UsagePoint(
          series: first.series, day: day("2026-11-01"), utcMonth: month,
          counts: TokenCounts(prompt: 4))
      }

      try snapshot.add(halves)

      #expect(try snapshot.usage() == ["2026-11-01 ann 8 -"])
    }
  }

  @Test func `counts that do not fit are refused`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let half = point("2026-10-01", TokenCounts(total: Int64.max / 2 + 1))

      #expect(throws: SnapshotError.countsTooLarge(source: "gateway")) {
        try snapshot.add([half, half])
      }
      #expect(throws: SnapshotError.impossibleCount(source: "gateway")) {
        try snapshot.add([point("2026-10-01", TokenCounts(total: -1))])
      }
    }
  }

  @Test func `a day that the receipt does not name is refused`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)

      #expect(throws: SnapshotError.dayWithoutReceipt(source: "gateway", day: second.day)) {
        try snapshot.replaceDays(of: "gateway", permitLoss: false, importedAt: "") { receive in
          try receive(UsageBatch(points: [first, second]))
          return receipt(of: [first])
        }
      }
    }
  }

  @Test func `what the reader throws is passed on and nothing changes`() throws {
    struct Interrupted: Error {}
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first])
      let before = FileManager.default.contents(atPath: snapshot.path)

      #expect(throws: Interrupted.self) {
        try snapshot.replaceDays(of: "gateway", permitLoss: false, importedAt: "") { receive in
          try receive(UsageBatch(points: [second]))
          throw Interrupted()
        }
      }
      #expect(FileManager.default.contents(atPath: snapshot.path) == before)
      try snapshot.add([second])
      #expect(try snapshot.ledger().count == 2)
    }
  }

  @Test func `ids are kept whatever they hold`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let ids = ["", "a\0b", "a\0c", "<script>", "=cmd|' /C", "it's \"q\"", "ünï", "🦉\n"]

      try snapshot.add(ids.map { point("2026-10-01", user: $0, TokenCounts(prompt: 1)) })

      var users: Set<String> = []
      try snapshot.forEachDay(in: first.day...first.day) { day in
        users.formUnion(day.usage.map(\.series.user))
      }
      #expect(
        users == [
          "", "a\u{FFFD}b", "a\u{FFFD}c", "<script>", "=cmd|' /C", "it's \"q\"", "ünï", "🦉\n",
        ])
    }
  }
}

extension Snapshot {
  /// `day user prompt completion` of every series.
  fileprivate func usage() throws -> [String] {
    var lines: [String] = []
    try forEachDay(in: day("2026-10-01")...day("2026-11-01")) { day in
      for entry in day.usage {
        let counts = [entry.counts.prompt, entry.counts.completion].map {
          $0.map(String.init) ?? "-"
        }
        lines.append("\(day.day) \(entry.series.user) \(counts.joined(separator: " "))")
      }
    }
    return lines
  }
}
