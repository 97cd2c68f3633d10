import GRDB
import Pricing
import Testing
import UsageModel

@testable import SnapshotStore

/// The same usage gives the same cache, whenever and in whatever order it was imported.
@Suite struct SameContentTests {
  private static let answers: [(source: String, points: [UsagePoint], ignored: [String: Int64])] = [
    (
      "gateway",
      [
        point("2026-10-01", user: "bob", model: "ruby", TokenCounts(prompt: 7)),
        point("2026-10-01", subscription: "sub-b", TokenCounts(prompt: 9, completion: 1)),
      ], ["Latency": 5]
    ),
    (
      "gateway",
      [
        point("2026-10-02", feature: "ask", model: "jade", TokenCounts(prompt: 7, cached: 3)),
        point("2026-10-02", user: "bob", TokenCounts(prompt: 7)),
      ], ["Latency": 3, "Requests": 1]
    ),
    (
      "assistant",
      [
        point("2026-10-01", user: "bob", model: "ruby", TokenCounts(prompt: 2)),
        point("2026-10-01", user: "ann", model: "agate", TokenCounts(completion: 2)),
      ], [:]
    ),
  ]

  private static let orders = [[0, 2, 1], [1, 0, 2], [2, 1, 0], [1, 2, 0]]

  @Test(arguments: orders)
  func `the order and the time of imports change nothing`(order: [Int]) throws {
    let expected = try content(order: [0, 1, 2], importedAt: "2026-10-03T03:00:00Z")

    let found = try content(order: order, importedAt: "2027-01-01T00:00:00Z")

    #expect(found == expected)
    #expect(expected["stored_charge"]?.count == 5)
  }

  @Test func `a day that is replaced is counted once in pulls`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([
        point("2026-10-01", TokenCounts(prompt: 1)), point("2026-10-02", TokenCounts(prompt: 1)),
      ])
      try snapshot.add([
        point("2026-10-02", TokenCounts(prompt: 2)),
        point("2026-10-02", user: "bob", TokenCounts(prompt: 1)),
      ])

      let reader = try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: noBook, rules: rules())

      #expect(
        try reader.lines("select * from pulls") == [
          "gateway | 2026-10-01 | 2026-10-02 | 3 | 2026-10-02T13:00:00Z | imported | -"
        ])
    }
  }

  /// Every row of every table of the cache, in the order of its key.
  private func content(order: [Int], importedAt: String) throws -> [String: [String]] {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      for index in order {
        let answer = Self.answers[index]
        var read = receipt(of: answer.points)
        read.ignoredMetrics = answer.ignored
        let others = answer.points.map {
          OtherPoint(
            series: $0.series, day: $0.day, utcMonth: $0.utcMonth, metric: "Audio Tokens",
            tokens: 1, requests: 1)
        }
        _ = try snapshot.replaceDays(of: answer.source, permitLoss: false, importedAt: importedAt) {
          try $0(UsageBatch(points: answer.points, others: others))
          return read
        }
      }
      let path = folder + "/charges.sqlite"
      _ = try ChargesCache.refresh(
        at: path, from: snapshot, book: noBook,
        rules: rules(
          sources: ["gateway", "assistant"].map { CacheRules.Source(name: $0) }, people: .names))
      return try DatabaseQueue(path: path).read { cache in
        let tables = try String.fetchAll(
          cache, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        var content: [String: [String]] = [:]
        for table in tables {
          content[table] = try Row.fetchAll(cache, sql: "SELECT * FROM \(table)")
            .map { $0.databaseValues.map(\.description).joined(separator: " | ") }
        }
        return content
      }
    }
  }
}
