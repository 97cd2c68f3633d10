import Pricing
import Testing
import UsageModel

@testable import SnapshotStore

/// How days that were pulled are shown.
@Suite struct PulledCacheTests {
  private static let gateway = [CacheRules.Source(name: "gateway", isPulled: true)]
  private let usage = ["2026-11-01", "2026-11-03", "2026-11-04"].map {
    point($0, TokenCounts(prompt: 5))
  }

  @Test func `a day without usage between days with some is a day of zero`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-10-30", "2026-11-06", usage, askedOn: "2026-11-07")

      #expect(
        try reader(Self.gateway).lines("select day, status from days") == [
          "2026-11-01 | received", "2026-11-02 | received", "2026-11-03 | received",
          "2026-11-04 | provisional",
        ])
      #expect(
        try reader(Self.gateway).lines("select * from pulls") == [
          "gateway | 2026-11-01 | 2026-11-04 | 3 | 2026-11-04T13:00:00Z | pulled | 2026-11-06"
        ])
    }
  }

  @Test func `silence after the last usage is a gap and raises a question`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-06", usage, askedOn: "2026-11-07")
      try snapshot.add(
        ["2026-11-01", "2026-11-06"].map { point($0, TokenCounts(prompt: 1)) }, source: "files")
      let sources = Self.gateway + [CacheRules.Source(name: "files")]

      #expect(
        try reader(sources).lines("select day, status from days where day > '2026-11-03'") == [
          "2026-11-04 | partial", "2026-11-05 | missing", "2026-11-06 | partial",
        ])
      #expect(
        try reader(sources).lines("select * from findings where code <> 'unpriced-model'")
          .filter { !$0.contains("files'") && !$0.contains("sub-a") } == [
            "note | silent-source | 2026-11-04 | gateway | source 'gateway' answered without usage "
              + "for 2 days after 2026-11-04: is nothing used, or is nothing sent? | run `tokenbook "
              + "check --source gateway` | -",
            "problem | missing-day | 2026-11-05 | 2026-11-05 | no source has delivered 2026-11-05 "
              + "| import the files of 2026-11-05, or run `tokenbook pull --from 2026-11-05 --to "
              + "2026-11-05` | -",
          ])
    }
  }

  @Test func `a service that never had usage shows no days and says so`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-06", [], askedOn: "2026-11-07")

      #expect(try reader(Self.gateway).asOf == nil)
      #expect(
        try reader(Self.gateway).lines("select severity, code, detail, remedy from findings") == [
          "attention | no-usage | there is no usage yet | run `tokenbook pull`",
          "attention | silent-source | source 'gateway' answered without usage for all 6 days it "
            + "was asked for | run `tokenbook check --source gateway`",
        ])
    }
  }

  @Test func `days may change for as long as the source looks back`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-05")
      #expect(
        try reader(Self.gateway).lines("select day, status from days") == [
          "2026-11-01 | received", "2026-11-02 | provisional", "2026-11-03 | provisional",
          "2026-11-04 | provisional",
        ])

      try snapshot.pull("2026-11-01", "2026-11-01", [usage[0]], askedOn: "2026-11-20")
      #expect(
        try reader(Self.gateway).lines("select day, status from days where status = 'provisional'")
          .count == 3,
        "asking for an old day again says nothing about the newest ones")

      try snapshot.pull("2026-11-03", "2026-11-04", Array(usage.dropFirst()), askedOn: "2026-11-20")
      #expect(
        try reader(Self.gateway).lines("select day from days where status <> 'received'") == [
          "2026-11-02"
        ], "it was asked for only while it was open")
    }
  }

  @Test func `a day that was asked for only while it was open may still change`() throws {
    try withCache { snapshot, reader in
      let newer = point("2026-12-10", TokenCounts(prompt: 5))
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-05")
      try snapshot.pull("2026-11-05", "2026-12-10", [newer], askedOn: "2026-12-14")

      #expect(
        try reader(Self.gateway).lines("select day from days where status <> 'received'") == [
          "2026-11-02", "2026-11-03", "2026-11-04",
        ])
      #expect(
        try reader(Self.gateway).lines("select month, state from months") == [
          "2026-11 | provisional", "2026-12 | open",
        ])

      try snapshot.pull("2026-11-02", "2026-11-04", Array(usage[1...]), askedOn: "2026-12-14")
      #expect(
        try reader(Self.gateway).lines("select month, state from months") == [
          "2026-11 | closed", "2026-12 | open",
        ])
    }
  }

  @Test func `a revision shows what was there before`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-05")
      let late = [
        point("2026-11-01", user: "bob", TokenCounts(prompt: 2)),
        point("2026-11-03", user: "bob", TokenCounts(prompt: 3)),
      ]
      let ingested = [day("2026-11-03"): Timestamp(ticks: 17_938_764_000_000_000)]
      try snapshot.pull(
        "2026-11-01", "2026-11-04", usage + late, askedOn: "2026-11-06", facts: facts(ingested))

      #expect(
        try reader(Self.gateway).lines("select * from pull_days") == [
          "2026-11-01 | gateway | gateway | 1 | received | 2 | 7 | 2026-11-06 | 2026-11-06 | 1 | 5 "
            + "| -",
          "2026-11-02 | gateway | gateway | 1 | received | 0 | 0 | 2026-11-06 | - | - | - | -",
          "2026-11-03 | gateway | gateway | 1 | provisional | 2 | 8 | 2026-11-06 | 2026-11-06 | 1 "
            + "| 5 | 2026-11-05T11:00:00Z",
          "2026-11-04 | gateway | gateway | 1 | provisional | 1 | 5 | 2026-11-06 | - | - | - | -",
        ])
      #expect(
        try reader(Self.gateway).lines("select * from findings where code = 'revised-day'") == [
          "note | revised-day | 2026-11-01 | gateway | source 'gateway' changed 2026-11-01 after it "
            + "was received: 2 records instead of 1 | nothing to do: the amounts of 2026-11-01 are "
            + "the new ones | -"
        ])
      #expect(
        try reader(Self.gateway).lines("select last_ingested from pulls") == [
          "2026-11-05T11:00:00Z"
        ])

      try snapshot.pull("2026-11-04", "2026-11-04", [usage[2]], askedOn: "2026-11-07")
      #expect(
        try reader(Self.gateway).lines("select 1 from findings where code = 'revised-day'") == [])
    }
  }

  @Test func `a day of which nobody asked the silent source is missing`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-05", usage, askedOn: "2026-11-06")
      try snapshot.add(
        (1...7).map { point("2026-11-0\($0)", TokenCounts(prompt: 1)) }, source: "files")
      let sources = Self.gateway + [CacheRules.Source(name: "files")]

      #expect(
        try reader(sources).lines("select day, detail from findings where code = 'partial-day'")
          == [
            "2026-11-06 | 'gateway' has not delivered 2026-11-06",
            "2026-11-07 | 'gateway' has not delivered 2026-11-07",
          ])
    }
  }

  @Test func `how far a source was asked stands beside what it has`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-06", usage, askedOn: "2026-11-07")
      try snapshot.add([point("2026-11-01", TokenCounts(prompt: 1))], source: "files")
      let sources = Self.gateway + [CacheRules.Source(name: "files")]

      #expect(
        try reader(sources).lines("select source, last_day, asked_to from pulls") == [
          "files | 2026-11-01 | -", "gateway | 2026-11-04 | 2026-11-06",
        ])
    }
  }

  @Test func `days outside the time of a source that is pulled do not count`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-20")
      try snapshot.pull(
        "2026-11-01", "2026-11-04", usage, source: "log", askedOn: "2026-11-20")
      let handover = [
        CacheRules.Source(name: "gateway", until: day("2026-11-02"), isPulled: true),
        CacheRules.Source(name: "log", from: day("2026-11-03"), isPulled: true),
      ]

      #expect(
        try reader(handover).lines("select day, tokens from charges order by day") == [
          "2026-11-01 | 5", "2026-11-03 | 5", "2026-11-04 | 5",
        ])
      #expect(
        try reader(handover).lines("select day, source, counts, status from pull_days") == [
          "2026-11-01 | gateway | 1 | received", "2026-11-02 | gateway | 0 | missing",
          "2026-11-03 | log | 1 | received", "2026-11-04 | log | 1 | received",
        ])
      #expect(
        try reader(handover).lines("select source, first_day, last_day, rows from pulls") == [
          "gateway | 2026-11-01 | 2026-11-01 | 1", "log | 2026-11-03 | 2026-11-04 | 2",
        ])
      #expect(
        try reader(handover).lines("select code from findings where code <> 'unpriced-model'")
          == ["missing-day", "silent-source", "unassigned-subscription"])
    }
  }

  @Test func `a source of which no day counts adds nothing`() throws {
    try withCache { snapshot, reader in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-20")
      try snapshot.add([point("2026-11-03", TokenCounts(prompt: 2))], source: "files")
      let sources = [
        CacheRules.Source(name: "gateway", from: day("2026-12-01"), isPulled: true),
        CacheRules.Source(name: "files"),
      ]

      #expect(
        try reader(sources).lines("select day, tokens from charges") == ["2026-11-03 | 2"])
      #expect(try reader(sources).lines("select source from pulls") == ["files"])
    }
  }

  @Test func `files count outside of the time of their source, too`() throws {
    try withCache { snapshot, reader in
      try snapshot.add(usage, source: "files")
      let sources = [
        CacheRules.Source(name: "files", from: day("2026-11-02"), until: day("2026-11-03"))
      ]

      #expect(try reader(sources).lines("select sum(tokens) from charges") == ["15"])
    }
  }

  private func withCache(
    _ body: (Snapshot, ([CacheRules.Source]) throws -> ChargesReader) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try body(snapshot) { sources in
        try ChargesCache.refresh(
          at: folder + "/charges.sqlite", from: snapshot, book: noBook,
          rules: rules(sources: sources))
      }
    }
  }
}
