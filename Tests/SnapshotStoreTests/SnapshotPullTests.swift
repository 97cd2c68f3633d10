import Foundation
import GRDB
import SnapshotStore
import Testing
import UsageModel

@Suite struct SnapshotPullTests {
  private let first = point("2026-11-01", TokenCounts(prompt: 10, completion: 4))
  private let second = point("2026-11-01", user: "bob", TokenCounts(prompt: 6))
  private let third = point("2026-11-03", TokenCounts(prompt: 7))

  @Test func `the days of the window are stored, also those without usage`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)

      let outcome = try snapshot.pull(
        "2026-11-01", "2026-11-03", [first, second, third], askedOn: "2026-11-04")

      #expect(
        outcome.daysAdded == [day("2026-11-01"), day("2026-11-02"), day("2026-11-03")])
      #expect(outcome.rows == 3)
      #expect(
        try snapshot.ledgerLines() == ["2026-11-01 2 20", "2026-11-02 0 0", "2026-11-03 1 7"])
    }
  }

  @Test func `the ledger keeps what was asked and what it took`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let ingested = [first.day: Timestamp(ticks: 7), third.day: Timestamp(ticks: 9)]

      try snapshot.pull(
        "2026-11-01", "2026-11-03", [first, third], askedOn: "2026-11-04", facts: facts(ingested))
      try snapshot.pull("2026-11-03", "2026-11-03", [third], askedOn: "2026-11-05")

      let hash = String(repeating: "a", count: 64)
      #expect(
        try snapshot.rows("SELECT * FROM pull") == [
          "1|1|2026-11-02T03:00:00Z|20761|20758|20760|2|21|\(hash)|environment (client secret)|9|"
            + "3|1|2048|150|stored",
          "2|1|2026-11-02T03:00:00Z|20762|20760|20760|1|7|\(hash)|environment (client secret)|-|"
            + "3|1|2048|150|unchanged",
        ])
      #expect(
        try snapshot.rows("SELECT * FROM pulled_day") == [
          "1|20758|20761|-|-|-|7", "1|20759|20761|-|-|-|-", "1|20760|20762|-|-|-|9",
        ])
    }
  }

  @Test func `late records replace a day, and the ledger says what was there before`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-01", [first], askedOn: "2026-11-02")

      let outcome = try snapshot.pull(
        "2026-11-01", "2026-11-01", [first, second], askedOn: "2026-11-03")
      try snapshot.pull("2026-11-01", "2026-11-01", [first, second], askedOn: "2026-11-04")

      #expect(outcome.daysReplaced == [first.day])
      #expect(try snapshot.ledgerLines() == ["2026-11-01 2 20"])
      #expect(
        try snapshot.rows("SELECT asked_on, revised_on, rows_before, tokens_before FROM pulled_day")
          == ["20761|20760|1|14"])
    }
  }

  @Test func `fewer records of a day that may still change replace it`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-01", [first, second], askedOn: "2026-11-02")

      try snapshot.pull("2026-11-01", "2026-11-01", [first], askedOn: "2026-11-04")

      #expect(try snapshot.ledgerLines() == ["2026-11-01 1 14"])
    }
  }

  @Test func `fewer records of a day that no longer changes refuse the whole window`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-03", [first, second, third], askedOn: "2026-11-04")
      let more = point("2026-11-03", user: "bob", TokenCounts(prompt: 1))

      #expect(
        throws: SnapshotError.pullLosesData(
          source: "gateway",
          losses: [
            DayLoss(
              day: first.day, storedRows: 2, storedTokens: 20, newRows: 1, newTokens: 14)
          ])
      ) {
        try snapshot.pull("2026-11-01", "2026-11-03", [first, third, more], askedOn: "2026-11-05")
      }

      #expect(
        try snapshot.ledgerLines() == ["2026-11-01 2 20", "2026-11-02 0 0", "2026-11-03 1 7"])
      #expect(
        try snapshot.rows("SELECT asked_on, row_count, tokens, state FROM pull") == [
          "20761|3|27|stored", "20762|3|22|refused",
        ])
      #expect(try snapshot.rows("SELECT DISTINCT asked_on FROM pulled_day") == ["20761"])
    }
  }

  @Test func `fewer tokens in as many records are refused, as many tokens in more are not`() throws
  {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-01", [first], askedOn: "2026-11-20")
      let fewer = point("2026-11-01", TokenCounts(prompt: 10, completion: 3))
      let halves = [
        point("2026-11-01", TokenCounts(prompt: 10)),
        point("2026-11-01", user: "bob", TokenCounts(completion: 4)),
      ]

      #expect(throws: SnapshotError.self) {
        try snapshot.pull("2026-11-01", "2026-11-01", [fewer], askedOn: "2026-11-20")
      }
      let outcome = try snapshot.pull("2026-11-01", "2026-11-01", halves, askedOn: "2026-11-20")
      #expect(outcome.daysReplaced == [first.day])
    }
  }

  @Test func `data that vanished is refused, also where the day may still change`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-01", [first], askedOn: "2026-11-02")

      #expect(
        throws: SnapshotError.pullLosesData(
          source: "gateway",
          losses: [
            DayLoss(day: first.day, storedRows: 1, storedTokens: 14, newRows: 0, newTokens: 0)
          ])
      ) {
        try snapshot.pull("2026-11-01", "2026-11-01", [], askedOn: "2026-11-02")
      }
      #expect(try snapshot.ledgerLines() == ["2026-11-01 1 14"])
    }
  }

  @Test func `less is taken of the days for which somebody accepts it`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-03", [first, second, third], askedOn: "2026-11-20")

      #expect(throws: SnapshotError.self) {
        try snapshot.pull(
          "2026-11-01", "2026-11-03", [first], askedOn: "2026-11-20", acceptsLess: ["2026-11-01"])
      }
      try snapshot.pull(
        "2026-11-01", "2026-11-03", [first], askedOn: "2026-11-20",
        acceptsLess: ["2026-11-01", "2026-11-03"])

      #expect(
        try snapshot.ledgerLines() == ["2026-11-01 1 14", "2026-11-02 0 0", "2026-11-03 0 0"])
    }
  }

  @Test func `a day outside the window is refused`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)

      #expect(throws: SnapshotError.dayNotAsked(source: "gateway", day: third.day)) {
        try snapshot.pull("2026-11-01", "2026-11-02", [first, third], askedOn: "2026-11-04")
      }
      #expect(try snapshot.ledger() == [])
      #expect(try snapshot.sources() == [])
    }
  }

  @Test func `usage of a day that the receipt calls empty is refused`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let window = PullWindow(
        source: "gateway", days: first.day...first.day, askedOn: day("2026-11-02"), lookback: 3)

      #expect(throws: SnapshotError.dayWithoutReceipt(source: "gateway", day: first.day)) {
        try snapshot.storePull(window, facts: facts()) { receive in
          try receive(UsageBatch(points: [first]))
          return UsageReceipt()
        }
      }
    }
  }

  @Test func `what the reader throws is passed on and no byte changes`() throws {
    struct Interrupted: Error {}
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-01", [first], askedOn: "2026-11-02")
      let before = FileManager.default.contents(atPath: snapshot.path)
      let window = PullWindow(
        source: "gateway", days: first.day...third.day, askedOn: day("2026-11-04"), lookback: 3)

      #expect(throws: Interrupted.self) {
        try snapshot.storePull(window, facts: facts()) { receive in
          try receive(UsageBatch(points: [first, third]))
          throw Interrupted()
        }
      }
      #expect(FileManager.default.contents(atPath: snapshot.path) == before)
    }
  }

  @Test func `a day is to be asked for again until it could no longer change when it was`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.pull("2026-11-01", "2026-11-03", [first, second], askedOn: "2026-11-04")

      #expect(try snapshot.pulledDays(of: "gateway").open(lookback: 3).count == 3)

      try snapshot.pull("2026-11-01", "2026-11-02", [first, second], askedOn: "2026-11-05")
      let days = try snapshot.pulledDays(of: "gateway")

      #expect(days.open(lookback: 3) == [day("2026-11-02"), day("2026-11-03")])
      #expect(days.newest == day("2026-11-03"))
      #expect(days.newestWithUsage == day("2026-11-01"))
      #expect(try snapshot.pulledDays(of: "other").stored == [])
    }
  }

  @Test func `an interrupted backfill asks only for the days that are left`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let whole = day("2026-11-01")...day("2026-11-04")
      func left(_ query: String = "a") throws -> [String] {
        try snapshot.daysLeft(
          ofBackfill: whole, of: "gateway", queryHash: String(repeating: query, count: 64),
          lookback: 3
        ).map(\.description)
      }
      func pullPart(_ days: ClosedRange<CalendarDay>, _ points: [UsagePoint]) throws {
        let window = PullWindow(
          source: "gateway", days: days, askedOn: day("2026-11-07"), lookback: 3, backfill: whole)
        _ = try snapshot.storePull(window, facts: facts()) { receive in
          try receive(UsageBatch(points: points))
          return receipt(of: points)
        }
      }

      #expect(try left() == ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"])
      try pullPart(whole.lowerBound...day("2026-11-02"), [first])
      #expect(try left() == ["2026-11-03", "2026-11-04"])
      #expect(try left("b").count == 4, "another query")

      try pullPart(whole.upperBound...whole.upperBound, [])
      #expect(
        try left() == ["2026-11-03", "2026-11-04"], "on 7 November the 4th could still change")

      try pullPart(third.day...third.day, [third])
      #expect(try left().count == 4, "it was complete")
      #expect(try snapshot.rows("SELECT * FROM backfill_day") == [])
    }
  }

  @Test func `a day that was refused is done in a backfill`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let whole = day("2026-11-01")...day("2026-11-03")
      try snapshot.pull("2026-11-01", "2026-11-01", [first, second], askedOn: "2026-11-20")
      #expect(throws: SnapshotError.self) {
        try snapshot.pull(
          "2026-11-01", "2026-11-02", [first], askedOn: "2026-11-21", backfill: whole)
      }
      #expect(
        try snapshot.rows("SELECT * FROM backfill_day") == [], "its days are asked one by one")

      #expect(throws: SnapshotError.self) {
        try snapshot.pull(
          "2026-11-01", "2026-11-01", [first], askedOn: "2026-11-21", backfill: whole)
      }
      #expect(try snapshot.left(of: whole) == ["2026-11-02", "2026-11-03"])

      try snapshot.pull("2026-11-02", "2026-11-03", [], askedOn: "2026-11-21", backfill: whole)
      #expect(try snapshot.rows("SELECT * FROM backfill") == [], "it is complete")
      #expect(try snapshot.left(of: whole).count == 3)
    }
  }

  @Test func `a day that came from files and was refused is done in a backfill`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([first, second])
      let whole = day("2026-11-01")...day("2026-11-02")
      #expect(throws: SnapshotError.self) {
        try snapshot.pull(
          "2026-11-01", "2026-11-01", [first], askedOn: "2026-11-21", backfill: whole)
      }

      #expect(try snapshot.left(of: whole) == ["2026-11-02"])
    }
  }

  @Test func `a backfill that nobody went on with is forgotten after two days`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let whole = day("2026-10-01")...day("2026-10-03")
      try snapshot.pull("2026-10-01", "2026-10-01", [], askedOn: "2026-11-10", backfill: whole)

      #expect(try snapshot.left(of: whole, today: "2026-11-12") == ["2026-10-02", "2026-10-03"])
      #expect(try snapshot.left(of: whole, today: "2026-11-13").count == 3)
      #expect(try snapshot.left(of: whole).count == 2)

      try snapshot.pull("2026-10-02", "2026-10-02", [], askedOn: "2026-11-13", backfill: whole)
      #expect(
        try snapshot.left(of: whole, today: "2026-11-13") == ["2026-10-01", "2026-10-03"],
        "what was done before it was forgotten is to be asked for again")
    }
  }

  @Test func `a backfill is unfinished until all of its days are stored`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      func unfinished() throws -> CalendarDay? {
        try snapshot.pulledDays(of: "gateway").unfinishedFrom
      }
      let whole = day("2026-10-01")...day("2026-10-04")
      #expect(try unfinished() == nil)
      try snapshot.pull("2026-10-04", "2026-10-04", [], askedOn: "2026-10-05", backfill: whole)
      try snapshot.pull(
        "2026-09-02", "2026-09-02", [], askedOn: "2026-10-05",
        backfill: day("2026-09-01")...day("2026-09-02"))
      #expect(try unfinished() == day("2026-10-01"), "the one that was begun first")

      try snapshot.pull(
        "2026-10-01", "2026-10-03", [], askedOn: "2026-10-06",
        backfill: day("2026-10-01")...day("2026-10-05"))
      #expect(try unfinished() == day("2026-09-01"), "a longer one has stored its days")

      try snapshot.pull("2026-09-01", "2026-09-01", [], askedOn: "2026-10-06")
      #expect(try unfinished() == day("2026-10-01"), "of the longer one the 5th is left")

      try snapshot.pull("2026-10-05", "2026-10-05", [], askedOn: "2026-10-06")
      #expect(try unfinished() == nil)
      #expect(try snapshot.pulledDays(of: "other").unfinishedFrom == nil)
    }
  }
}

extension Snapshot {
  fileprivate func left(
    of backfill: ClosedRange<CalendarDay>, today: String? = nil
  ) throws -> [String] {
    try daysLeft(
      ofBackfill: backfill, of: "gateway", queryHash: String(repeating: "a", count: 64),
      lookback: 3, today: today.map(day)
    ).map(\.description)
  }

  /// Rows of its own tables, with a bar between values and NULL as `-`.
  fileprivate func rows(_ sql: String) throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.map { _, value in value.isNull ? "-" : String(describing: value.storage.value!) }
          .joined(separator: "|")
      }
    }
  }
}
