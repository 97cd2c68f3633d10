import Foundation
import Testing
import UsageModel

@testable import SnapshotStore

/// Lines that an import skipped stand until their file or their days come again.
@Suite struct SkippedLinesTests {
  @Test func `what was skipped is listed, with a finding for each source`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try add(
        ["2026-10-01"], skipping: [lines("a.csv", 1200, ["2026-10-01", "2026-10-03"])], to: snapshot
      )
      try add(["2026-10-01"], skipping: [lines("z.csv", 1, nil)], source: "other", to: snapshot)

      let reader = try charges(of: snapshot, in: folder)

      #expect(
        try reader.lines("select * from skipped order by source") == [
          "gateway | a.csv | not JSON | 1200 | 3, 17 | 2026-10-01 | 2026-10-03",
          "other | z.csv | not JSON | 1 | 3, 17 | - | -",
        ])
      #expect(
        try reader.lines(
          "select severity, subject, detail, remedy from findings where code = 'skipped-lines'")
          == [
            "problem | gateway | 1,200 lines of source 'gateway' could not be read and are in no amount"
              + " | correct the files, and import them again without `--skip-bad-lines`",
            "problem | other | 1 line of source 'other' could not be read and is in no amount"
              + " | correct the files, and import them again without `--skip-bad-lines`",
          ])
    }
  }

  @Test func `the same import again changes nothing`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let skipped = [lines("a.csv", 2, ["2026-10-01"]), lines("b.csv", 2, nil)]
      try add(["2026-10-01"], skipping: skipped, to: snapshot)
      let before = FileManager.default.contents(atPath: snapshot.path)

      try add(["2026-10-01"], skipping: skipped, to: snapshot)

      #expect(FileManager.default.contents(atPath: snapshot.path) == before)
    }
  }

  @Test func `an import of nothing but bad lines is remembered`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)

      try add([], skipping: [lines("a.csv", 2, nil)], to: snapshot)

      #expect(try stored(in: snapshot) == ["a.csv"])
    }
  }

  /// Of `a.csv` with usage of the 1st and 3rd: 1st to 3rd are stored.
  static let later: [(days: [String], files: [String], left: [String])] = [
    ([], [], ["a.csv"]),
    (["2026-10-04"], ["d.csv"], ["a.csv"]),
    (["2026-10-01", "2026-10-03"], ["d.csv"], ["a.csv"]),
    (["2026-10-01", "2026-10-02", "2026-10-03"], ["d.csv"], []),
    (["2026-10-01"], ["a.csv"], []),
    ([], ["a.csv"], []),
  ]

  @Test(arguments: later)
  func `they stand until their file or all of their days come again`(
    days: [String], files: [String], left: [String]
  ) throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try add(
        ["2026-10-01", "2026-10-02", "2026-10-03"],
        skipping: [lines("a.csv", 2, ["2026-10-01", "2026-10-03"])], to: snapshot)

      try add(days, files: files, to: snapshot)

      #expect(try stored(in: snapshot) == left)
    }
  }

  @Test func `those of a file without usage stand until the next import of their source`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try add([], skipping: [lines("a.csv", 2, nil)], to: snapshot)

      try add(["2026-10-01"], source: "other", to: snapshot)
      #expect(try stored(in: snapshot) == ["a.csv"])

      try add(["2026-10-01"], to: snapshot)
      #expect(try stored(in: snapshot) == [])
    }
  }

  @Test func `a cache is made anew for them`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try add(["2026-10-01"], to: snapshot)
      #expect(try charges(of: snapshot, in: folder).lines("select * from skipped") == [])

      try add([], skipping: [lines("a.csv", 2, nil)], to: snapshot)
      #expect(try charges(of: snapshot, in: folder).lines("select file from skipped") == ["a.csv"])
    }
  }

  @Test func `they are shown from the day on that they may be of`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try add(
        ["2026-10-01", "2026-10-02"], skipping: [lines("a.csv", 2, ["2026-10-02"])], to: snapshot)

      #expect(
        try charges(of: snapshot, in: folder, asOf: "2026-10-01").lines("select * from skipped")
          == [])
      #expect(
        try charges(of: snapshot, in: folder, asOf: "2026-10-02").lines("select file from skipped")
          == ["a.csv"])
    }
  }

  private func lines(_ file: String, _ count: Int64, _ days: [String]?) -> SkippedLines {
    SkippedLines(
      file: file, problem: "not JSON", count: count, examples: [3, 17],
      days: days.map { day($0[0])...day($0[$0.count - 1]) })
  }

  private func add(
    _ days: [String], skipping skipped: [SkippedLines] = [], files: [String] = [],
    source: String = "gateway", to snapshot: Snapshot
  ) throws {
    let points = days.map { point($0, TokenCounts(prompt: 5)) }
    _ = try snapshot.replaceDays(
      of: source, permitLoss: false, importedAt: "2026-11-02T03:00:00Z"
    ) { receive in
      try receive(UsageBatch(points: points))
      var receipt = receipt(of: points)
      receipt.skipped = skipped
      receipt.pathsRead = files
      return receipt
    }
  }

  private func stored(in snapshot: Snapshot) throws -> [String] {
    try snapshot.read { try StoredUsage($0).skippedLines().map(\.lines.file) }
  }

  private func charges(
    of snapshot: Snapshot, in folder: String, asOf: String? = nil
  ) throws -> ChargesReader {
    try ChargesCache.refresh(
      at: folder + "/charges.sqlite", from: snapshot, book: noBook,
      rules: rules(
        sources: [CacheRules.Source(name: "gateway"), CacheRules.Source(name: "other")],
        asOf: asOf))
  }
}
