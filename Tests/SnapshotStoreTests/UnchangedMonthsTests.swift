import Foundation
import GRDB
import Pricing
import SeededCases
import Testing
import UsageModel

@testable import SnapshotStore

/// A month is computed again only where something changed that its rows depend on, and the cache then
/// says what one made from nothing says.
@Suite struct UnchangedMonthsTests {
  private static let usage = [
    point("2026-08-30", TokenCounts(prompt: 5, completion: 1, total: 3, cached: 1)),
    point("2026-09-15", model: "jade", TokenCounts(prompt: 7)),
    point("2026-10-01", user: "bob", TokenCounts(prompt: 1, completion: 2, total: 2)),
    point("2026-10-02", subscription: "sub-b", TokenCounts(prompt: 9)),
  ]

  @Test func `the first cache computes every month`() throws {
    try withCache { cache in
      let computed = [try cache.refresh(), try cache.refresh()]

      #expect(computed == [["2026-08", "2026-09", "2026-10"], []])
    }
  }

  @Test func `late data computes its month again`() throws {
    try withCache { cache in
      _ = try cache.refresh()
      try cache.snapshot.add([
        point("2026-09-15", model: "jade", TokenCounts(prompt: 8)),
        point("2026-09-15", user: "cat", TokenCounts(prompt: 1)),
      ])

      #expect(try cache.refresh() == ["2026-09"])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test func `a new day computes its month, which may be a new one`() throws {
    try withCache { cache in
      _ = try cache.refresh()
      try cache.snapshot.add([point("2026-10-03", TokenCounts(prompt: 4))])
      #expect(try cache.refresh() == ["2026-10"])

      try cache.snapshot.add([point("2026-11-01", TokenCounts(prompt: 4))])
      #expect(try cache.refresh() == ["2026-10", "2026-11"], "October is now shown to its end")

      try cache.snapshot.add([point("2026-11-02", TokenCounts(prompt: 4))])
      #expect(try cache.refresh() == ["2026-11"])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test func `an earlier as_of takes days and months away`() throws {
    try withCache { cache in
      _ = try cache.refresh()
      cache.rules = rules(asOf: "2026-10-01", people: .names)
      #expect(try cache.refresh() == ["2026-10"])

      cache.rules = rules(asOf: "2026-09-30", people: .names)
      #expect(try cache.refresh() == [])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test func `only months in which another source counts are computed again`() throws {
    try withCache { cache in
      let log = (1...2).map { point("2026-10-0\($0)", user: "eve", TokenCounts(prompt: 50)) }
      try cache.snapshot.add(log, source: "log")
      try cache.snapshot.add(
        [point("2026-09-20", user: "eve", TokenCounts(prompt: 50))], source: "log")
      func sources(_ names: [String]) -> CacheRules {
        rules(
          sources: names.map { CacheRules.Source(name: $0, counts: "traffic") }, people: .names)
      }
      cache.rules = sources(["gateway", "log"])
      #expect(try cache.refresh() == ["2026-08", "2026-09", "2026-10"])

      cache.rules = sources(["log", "gateway"])
      #expect(try cache.refresh() == ["2026-10"], "in September one source has each day")
      #expect(try cache.saysWhatANewOneSays())

      try cache.snapshot.add(
        [point("2026-09-15", user: "eve", TokenCounts(prompt: 50))], source: "log")
      #expect(try cache.refresh() == ["2026-09"])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test func `a pull computes the months again that it changed, and no other`() throws {
    try withCache { cache in
      cache.rules = rules(
        sources: [CacheRules.Source(name: "gateway", isPulled: true)], people: .names)
      _ = try cache.refresh()
      let october = Self.usage.filter { $0.day >= day("2026-10-01") }

      try cache.snapshot.pull("2026-09-30", "2026-10-03", october, askedOn: "2026-10-04")
      #expect(try cache.refresh() == [], "the days without usage have no rows")
      #expect(try cache.saysWhatANewOneSays())

      let late = october + [point("2026-09-30", user: "cat", TokenCounts(prompt: 3))]
      try cache.snapshot.pull("2026-09-30", "2026-10-03", late, askedOn: "2026-10-05")
      #expect(try cache.refresh() == ["2026-09"])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test func `where an alternative has usage after all, its month is computed again`() throws {
    try withCache { cache in
      let log = point("2026-09-20", user: "eve", TokenCounts(prompt: 50))
      cache.rules = rules(
        sources: ["gateway", "log"].map {
          CacheRules.Source(name: $0, counts: "traffic", isPulled: true)
        }, people: .names)
      try cache.snapshot.pull("2026-09-16", "2026-09-25", [], askedOn: "2026-10-20")
      _ = try cache.refresh()

      try cache.snapshot.pull(
        "2026-09-20", "2026-09-20", [log], source: "log", askedOn: "2026-10-20")
      #expect(try cache.refresh() == ["2026-09"])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test func `days that no longer count compute their months again, and no other`() throws {
    try withCache { cache in
      func source(from: String?, until: String?) -> CacheRules {
        rules(
          sources: [
            CacheRules.Source(
              name: "gateway", from: from.map(day), until: until.map(day), isPulled: true)
          ], people: .names)
      }
      cache.rules = source(from: nil, until: nil)
      _ = try cache.refresh()

      cache.rules = source(from: "2026-08-31", until: nil)
      #expect(try cache.refresh() == ["2026-09"], "it begins on the 15th now")
      #expect(try cache.saysWhatANewOneSays())

      cache.rules = source(from: "2026-08-31", until: "2026-10-01")
      #expect(try cache.refresh() == ["2026-10"])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test func `an answer that was refused is said, and computes nothing`() throws {
    try withCache { cache in
      cache.rules = rules(
        sources: [CacheRules.Source(name: "gateway", isPulled: true)], people: .names)
      _ = try cache.refresh()
      #expect(throws: SnapshotError.self) {
        try cache.snapshot.pull("2026-09-15", "2026-09-15", [], askedOn: "2026-10-20")
      }

      #expect(try cache.refresh() == [])
      #expect(try cache.findings().contains("refused-day"))
    }
  }

  @Test func `other files compute every month again`() throws {
    try withCache { cache in
      _ = try cache.refresh()
      cache.rules = rules(people: .names, folderDigest: "edited")

      #expect(try cache.refresh() == ["2026-08", "2026-09", "2026-10"])
    }
  }

  @Test func `where people are no longer shown no name stays in the file`() throws {
    try withCache { cache in
      _ = try cache.refresh()
      let named = try Data(contentsOf: URL(filePath: cache.path))
      cache.rules = rules(people: .off)

      #expect(try cache.refresh() == ["2026-08", "2026-09", "2026-10"])
      #expect(named.range(of: Data("bob".utf8)) != nil)
      #expect(try Data(contentsOf: URL(filePath: cache.path)).range(of: Data("bob".utf8)) == nil)
    }
  }

  @Test func `a cache that is damaged inside is made from nothing`() throws {
    try withCache { cache in
      _ = try cache.refresh()
      try cache.overwritePages(of: "stored_charge_run")
      try cache.snapshot.add([point("2026-10-03", TokenCounts(prompt: 4))])

      #expect(try cache.refresh() == ["2026-08", "2026-09", "2026-10"])
      #expect(try cache.saysWhatANewOneSays())
    }
  }

  @Test(arguments: UInt64(1)...12)
  func `whatever arrives, in whatever order, the cache says what a new one says`(
    seed: UInt64
  ) throws {
    try withCache { cache in
      var random = SplitMix64(seed: seed)
      for _ in 1...6 {
        let first = day("2026-08-20").advanced(by: Int.random(in: 0...80, using: &random))
        let points = (0..<Int.random(in: 1...4, using: &random)).flatMap { offset in
          ["ann", "bob"].map { user in
            point(
              first.advanced(by: offset).description,
              subscription: random.one(of: ["sub-a", "sub-b"]), user: user,
              model: random.one(of: ["opal", "jade"]),
              TokenCounts(
                prompt: Int64.random(in: 0...99, using: &random),
                completion: Int64.random(in: 0...9, using: &random),
                total: Int64.random(in: 0...99, using: &random),
                cached: random.maybe(50, [3])))
          }
        }
        try cache.snapshot.add(points, permitLoss: true)
        _ = try cache.refresh()
        #expect(try cache.saysWhatANewOneSays(), "seed \(seed)")
      }
    }
  }

  private func withCache(_ body: (inout PartlyKeptCache) throws -> Void) throws {
    try withTemporaryFolder { folder in
      var cache = PartlyKeptCache(
        folder: folder, snapshot: try Snapshot.make(in: folder), rules: rules(people: .names))
      try cache.snapshot.add(Self.usage)
      try body(&cache)
    }
  }
}

/// A cache that is refreshed again and again.
private struct PartlyKeptCache {
  let folder: String
  let snapshot: Snapshot
  var rules: CacheRules
  private let book = PriceBook(
    membership: teamBook(["a"]).membership,
    rates: [rate(RateScope(model: "opal"), nanoPerMillion: 2_500_000_000)])

  init(folder: String, snapshot: Snapshot, rules: CacheRules) {
    self.folder = folder
    self.snapshot = snapshot
    self.rules = rules
  }

  var path: String { folder + "/charges.sqlite" }

  /// - Returns: The months that were computed.
  func refresh() throws -> [String] {
    var months: [String] = []
    _ = try ChargesCache.refresh(at: path, from: snapshot, book: book, rules: rules) {
      months.append($0.description)
    }
    return months
  }

  func saysWhatANewOneSays() throws -> Bool {
    let fresh = folder + "/fresh.sqlite"
    try? FileManager.default.removeItem(atPath: fresh)
    return try answers(of: path) == answers(of: fresh)
  }

  func findings() throws -> [String] {
    try ChargesCache.refresh(at: path, from: snapshot, book: book, rules: rules)
      .lines("select code from findings")
  }

  /// The rows of every view.
  private func answers(of path: String) throws -> [String: [String]] {
    let reader = try ChargesCache.refresh(at: path, from: snapshot, book: book, rules: rules)
    var answers: [String: [String]] = [:]
    for view in viewNames { answers[view] = try reader.lines("select * from \(view)") }
    return answers
  }

  func overwritePages(of table: String) throws {
    let (root, size) = try DatabaseQueue(path: path).read { database in
      (
        try Int.fetchOne(
          database, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table])!,
        try Int.fetchOne(database, sql: "PRAGMA page_size")!
      )
    }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seek(toOffset: UInt64((root - 1) * size))
    try file.write(contentsOf: Data(repeating: 0xFF, count: size))
    try file.close()
  }
}
