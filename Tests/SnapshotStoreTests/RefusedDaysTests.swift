import Testing
import UsageModel

@testable import SnapshotStore

/// A day whose last answer was refused is named until a later answer is taken.
@Suite struct RefusedDaysTests {
  private let usage = (1...4).map { point("2026-11-0\($0)", TokenCounts(prompt: 5)) }

  @Test func `a refused answer is a finding`() throws {
    try withCache { snapshot, findings in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-20")
      #expect(try findings() == [])

      snapshot.refuse("2026-11-02", "2026-11-02")
      #expect(
        try findings() == [
          "attention | refused-day | 2026-11-02 | gateway | source 'gateway' last answered with "
            + "less than is stored of 2026-11-02, and the answer was not taken | find out what "
            + "became of it; to take the new answer, run `tokenbook pull gateway --from 2026-11-02 "
            + "--to 2026-11-02 --accept-less 2026-11-02`"
        ])
    }
  }

  @Test func `days in a row are one finding`() throws {
    try withCache { snapshot, findings in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-20")
      snapshot.refuse("2026-11-01", "2026-11-01")
      snapshot.refuse("2026-11-02", "2026-11-02")
      snapshot.refuse("2026-11-04", "2026-11-04")

      #expect(
        try findings() == [
          "attention | refused-day | 2026-11-01 | gateway | source 'gateway' last answered with "
            + "less than is stored of 2026-11-01 to 2026-11-02, and the answer was not taken "
            + "| find out what became of it; to take the new answer, run `tokenbook pull gateway "
            + "--from 2026-11-01 --to 2026-11-02 --accept-less 2026-11-01 --accept-less 2026-11-02`",
          "attention | refused-day | 2026-11-04 | gateway | source 'gateway' last answered with "
            + "less than is stored of 2026-11-04, and the answer was not taken | find out what "
            + "became of it; to take the new answer, run `tokenbook pull gateway --from 2026-11-04 "
            + "--to 2026-11-04 --accept-less 2026-11-04`",
        ])
    }
  }

  @Test func `a later answer that is taken ends it, day by day`() throws {
    try withCache { snapshot, findings in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-20")
      snapshot.refuse("2026-11-01", "2026-11-03")
      try snapshot.pull("2026-11-01", "2026-11-02", Array(usage[..<2]), askedOn: "2026-11-21")
      #expect(
        try findings().map { String($0.prefix(36)) } == ["attention | refused-day | 2026-11-03"])

      try snapshot.pull(
        "2026-11-03", "2026-11-03", [], askedOn: "2026-11-21", acceptsLess: ["2026-11-03"])
      #expect(try findings() == [])
    }
  }

  @Test func `days that are on no page are not named`() throws {
    try withCache { snapshot, findings in
      try snapshot.pull("2026-11-01", "2026-11-04", usage, askedOn: "2026-11-20")
      snapshot.refuse("2026-11-03", "2026-11-03")

      #expect(try findings(asOf: "2026-11-02") == [])
      #expect(try findings(from: "2026-11-04") == [])
      #expect(try findings(isPulled: false) == [])
      #expect(try findings().count == 1)
    }
  }

  private struct Findings {
    let folder: String
    let snapshot: Snapshot

    func callAsFunction(
      asOf: String? = nil, from: String? = nil, isPulled: Bool = true
    ) throws -> [String] {
      let source = CacheRules.Source(name: "gateway", from: from.map(day), isPulled: isPulled)
      return try ChargesCache.refresh(
        at: folder + "/charges.sqlite", from: snapshot, book: noBook,
        rules: rules(sources: [source], asOf: asOf)
      ).lines(
        """
        select severity, code, day, subject, detail, remedy from findings
        where code = 'refused-day' order by day
        """)
    }
  }

  private func withCache(_ body: (Snapshot, Findings) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try body(snapshot, Findings(folder: folder, snapshot: snapshot))
    }
  }
}

extension Snapshot {
  /// Pulls an empty answer of days that have usage.
  fileprivate func refuse(_ first: String, _ last: String) {
    #expect(throws: SnapshotError.self) { try pull(first, last, [], askedOn: "2026-11-20") }
  }
}
