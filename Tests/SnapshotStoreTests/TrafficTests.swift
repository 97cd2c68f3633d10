import Pricing
import SeededCases
import Testing
import UsageModel

@testable import SnapshotStore

/// Sources with the same traffic are alternatives: one of them counts for a day, the others are
/// compared.
@Suite struct TrafficTests {
  private static let alternatives = [
    CacheRules.Source(name: "metrics", counts: "gateway"),
    CacheRules.Source(name: "log", counts: "gateway"),
    CacheRules.Source(name: "assistant"),
  ]

  @Test func `the first source that has a day counts, and another traffic adds up`() throws {
    let reader = try reader(Self.alternatives)
    #expect(
      try reader.lines("select day, sum(tokens) from charges group by day order by day") == [
        "2026-10-01 | 101", "2026-10-02 | 21", "2026-10-03 | 7",
      ])
    #expect(
      try reader.lines(
        "select day, source, sum(tokens) from metered where metric = 'Prompt Tokens' group by 1, 2"
      ) == [
        "2026-10-01 | assistant | 1", "2026-10-01 | metrics | 100", "2026-10-02 | assistant | 1",
        "2026-10-02 | log | 20", "2026-10-03 | metrics | 7",
      ])
    #expect(
      try reader.lines("select day, status from days") == [
        "2026-10-01 | received", "2026-10-02 | provisional", "2026-10-03 | partial",
      ])
  }

  @Test func `everything that adds up leaves the alternatives out`() throws {
    let reader = try reader(Self.alternatives)
    for view in ["daily_teams", "daily_features", "monthly", "monthly_lines", "people"] {
      #expect(try reader.lines("select sum(tokens) from \(view)") == ["129"], "\(view)")
    }
    #expect(
      try reader.lines("select distinct user from people") == ["ann", "bob", "cat"],
      "dan is only in the log, on a day on which the metrics count")
    #expect(try reader.lines("select id from models") == ["agate", "opal"])
  }

  @Test func `alternatives are compared where both have a day`() throws {
    let reader = try reader(Self.alternatives)
    #expect(
      try reader.lines("select * from alternatives") == [
        "2026-10-01 | gateway | metrics | 100 | 4 | log | 90 | 3 | -10"
      ])
    #expect(
      try reader.lines("select severity, day, subject, detail, remedy from findings")
        .filter { $0.contains("log") } == [
          "attention | 2026-10-01 | metrics, log | on 1 day source 'log' metered over 1 % more or "
            + "less than 'metrics', which counts; on 2026-10-01 90 tokens instead of 100 | does "
            + "each of them see all of 'gateway'? compare them on the data page; if they do not, "
            + "give each a `counts:` of its own, or the one that does the first place"
        ])
  }

  @Test func `which source counted stands beside every day`() throws {
    let reader = try reader(Self.alternatives)
    #expect(
      try reader.lines("select day, source, traffic, counts, status from pull_days") == [
        "2026-10-01 | assistant | assistant | 1 | received",
        "2026-10-01 | log | gateway | 0 | received",
        "2026-10-01 | metrics | gateway | 1 | received",
        "2026-10-02 | assistant | assistant | 1 | provisional",
        "2026-10-02 | log | gateway | 1 | provisional",
        "2026-10-02 | metrics | gateway | 0 | missing",
        "2026-10-03 | assistant | assistant | 0 | missing",
        "2026-10-03 | log | gateway | 0 | missing",
        "2026-10-03 | metrics | gateway | 1 | provisional",
      ])
  }

  @Test func `a source that is silent does not hide the one that has usage`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let ends = ["2026-10-01", "2026-10-05"].map { point($0, TokenCounts(prompt: 10)) }
      let middle = ["2026-10-02", "2026-10-04"].map { point($0, TokenCounts(prompt: 3)) }
      try snapshot.pull(
        "2026-10-01", "2026-10-05", ends, source: "metrics", askedOn: "2026-10-20")
      try snapshot.pull(
        "2026-10-02", "2026-10-04", middle, source: "log", askedOn: "2026-10-20")
      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: noBook,
        rules: rules(
          sources: ["metrics", "log"].map {
            CacheRules.Source(name: $0, counts: "gateway", isPulled: true)
          }))

      #expect(
        try reader.lines("select day, tokens from charges order by day") == [
          "2026-10-01 | 10", "2026-10-02 | 3", "2026-10-04 | 3", "2026-10-05 | 10",
        ])
      #expect(
        try reader.lines("select day, source from pull_days where counts = 1") == [
          "2026-10-01 | metrics", "2026-10-02 | log", "2026-10-03 | metrics", "2026-10-04 | log",
          "2026-10-05 | metrics",
        ], "where none has usage, the first that has the day")
      #expect(
        try reader.lines("select day, source, tokens, other_source, other_tokens from alternatives")
          == [
            "2026-10-02 | log | 3 | metrics | 0", "2026-10-03 | metrics | 0 | log | 0",
            "2026-10-04 | log | 3 | metrics | 0",
          ])
    }
  }

  @Test func `sources with traffic of their own all add up`() throws {
    let reader = try reader(Self.alternatives.map { CacheRules.Source(name: $0.name) })
    #expect(try reader.lines("select sum(tokens) from charges") == ["219"])
    #expect(try reader.lines("select count(*) from alternatives") == ["0"])
    #expect(
      try reader.lines("select day, source from pull_days where counts") == [
        "2026-10-01 | assistant", "2026-10-01 | log", "2026-10-01 | metrics",
        "2026-10-02 | assistant", "2026-10-02 | log", "2026-10-03 | metrics",
      ])
  }

  @Test func `as many tokens from two sources that add up raise a question`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      for (source, tokens) in [("gateway", [5, 7, 0]), ("log", [5, 7, 0]), ("other", [5, 8, 0])] {
        try snapshot.add(
          tokens.enumerated().map { index, tokens in
            point("2026-10-0\(index + 1)", TokenCounts(prompt: Int64(tokens)))
          }, source: source)
      }
      let sources = ["gateway", "log", "other"].map { CacheRules.Source(name: $0) }
      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: noBook, rules: rules(sources: sources)
      )

      #expect(
        try reader.lines(
          """
          select severity, day, subject, detail, remedy from findings
          where code = 'same-traffic-twice' order by subject
          """)
          == [
            ("gateway", "log", "2 days"), ("gateway", "other", "1 day"), ("log", "other", "1 day"),
          ].map { left, right, days in
            "attention | 2026-10-01 | \(left), \(right) | sources '\(left)' and '\(right)' metered "
              + "exactly as many tokens on \(days): is this the same traffic, counted twice? "
              + "| if it is, write the same `counts:` for both in tokenbook.yml"
          })
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `the parts add up to the points that count`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let names = ["a", "b", "c", "d"]
    let sources = names.map { name in
      CacheRules.Source(name: name, counts: random.one(of: ["x", "y", "z"]))
    }
    var points: [String: [UsagePoint]] = [:]
    for name in names {
      for offset in 0..<20 where random.happens(60) {
        let user = random.one(of: ["ann", "bob"])
        points[name, default: []].append(
          point(
            day("2026-10-20").advanced(by: offset).description,
            subscription: random.one(of: ["sub-a", "sub-b"]), user: user,
            TokenCounts(prompt: random.count(0...99), completion: random.count(0...9))))
      }
    }
    var expected: [CalendarDay: Int64] = [:]
    for traffic in Set(sources.map(\.counts)) {
      let alternatives = sources.filter { $0.counts == traffic }.map { points[$0.name] ?? [] }
      for offset in 0..<20 {
        let day = day("2026-10-20").advanced(by: offset)
        guard let counting = alternatives.first(where: { $0.contains { $0.day == day } }) else {
          continue
        }
        for point in counting where point.day == day {
          expected[day, default: 0] += point.counts.prompt! + point.counts.completion!
        }
      }
    }

    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      for name in names.shuffled(using: &random) where points[name] != nil {
        try snapshot.add(points[name]!, source: name)
      }
      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: teamBook(["a"]),
        rules: rules(sources: sources, people: .names))

      let lines = expected.sorted { $0.key < $1.key }.filter { $0.value > 0 }
        .map { "\($0.key) | \($0.value)" }
      for view in ["charges", "daily_teams", "daily_features"] {
        let found = try reader.lines(
          "select day, sum(tokens) from \(view) group by day having sum(tokens) > 0 order by day")
        #expect(found == lines, "\(view), seed \(seed)")
      }
      for view in ["monthly", "monthly_lines", "people"] {
        let sum = expected.values.reduce(0, +)
        #expect(
          try reader.lines("select sum(tokens) from \(view)") == ["\(sum)"], "\(view), seed \(seed)"
        )
      }
    }
  }

  /// The file may go before the reader does: it holds it open.
  private func reader(_ sources: [CacheRules.Source]) throws -> ChargesReader {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add(
        [
          point("2026-10-01", TokenCounts(prompt: 100, requests: 4)),
          point("2026-10-03", TokenCounts(prompt: 7)),
        ], source: "metrics")
      try snapshot.add(
        [
          point("2026-10-01", user: "dan", model: "ruby", TokenCounts(prompt: 90, requests: 3)),
          point("2026-10-02", user: "bob", TokenCounts(prompt: 20)),
        ], source: "log")
      try snapshot.add(
        ["2026-10-01", "2026-10-02"].map {
          point($0, user: "cat", model: "agate", TokenCounts(prompt: 1))
        }, source: "assistant")
      return try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: noBook,
        rules: rules(sources: sources, people: .names))
    }
  }
}
