import Foundation
import GRDB
import Testing
import UsageModel

@testable import SnapshotStore

@Suite struct SnapshotTests {
  @Test func `a new snapshot can be read by its owner only`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)

      #expect(try permissions(of: snapshot.path) == 0o600)
      #expect(try snapshot.sources() == [])
    }
  }

  @Test func `another time zone is refused`() throws {
    try withTemporaryFolder { folder in
      let path = try Snapshot.make(in: folder).path

      #expect(
        throws: SnapshotError.differentTimeZone(stamped: "Europe/Berlin", configured: "UTC")
      ) {
        try Snapshot.openForReading(
          at: path, stamp: SnapshotStamp(timeZone: "UTC", currency: "EUR"))
      }
    }
  }

  @Test func `another currency is refused`() throws {
    try withTemporaryFolder { folder in
      let path = try Snapshot.make(in: folder).path

      #expect(throws: SnapshotError.differentCurrency(stamped: "EUR", configured: "USD")) {
        try Snapshot.open(
          at: path, stamp: SnapshotStamp(timeZone: "Europe/Berlin", currency: "USD"),
          copyDay: day("2026-11-22"))
      }
    }
  }

  @Test func `a snapshot that is not there cannot be read`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/snapshot.sqlite"

      #expect(throws: SnapshotError.notFound(path: path)) {
        try Snapshot.openForReading(at: path, stamp: euroInBerlin)
      }
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `somebody else's database is refused and stays as it is`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/snapshot.sqlite"
      try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE theirs (x)") }
      let before = FileManager.default.contents(atPath: path)

      #expect(throws: SnapshotError.notASnapshot(path: path)) { try Snapshot.make(in: folder) }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test func `a file that is no database is refused`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/snapshot.sqlite"
      try String(repeating: "text ", count: 200).write(
        toFile: path, atomically: false, encoding: .utf8)

      #expect(throws: SnapshotError.notASnapshot(path: path)) { try Snapshot.make(in: folder) }
    }
  }

  @Test func `a newer format is refused`() throws {
    try withTemporaryFolder { folder in
      let path = try Snapshot.make(in: folder).path
      try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 9") }

      #expect(throws: SnapshotError.newerFormat(path: path, found: 9, known: snapshotFormat)) {
        try Snapshot.make(in: folder)
      }
    }
  }

  @Test func `a migration leaves a dated copy of the snapshot as it was`() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/snapshot.sqlite"
      try Snapshot.make(in: folder).add([point("2026-10-01", TokenCounts(prompt: 5))])
      let next = SnapshotMigration(
        format: snapshotFormat + 1, sql: "CREATE TABLE closed_month (month TEXT)")

      let migrated = try Snapshot.open(
        at: path, stamp: euroInBerlin, copyDay: day("2026-11-22"), busySeconds: 0,
        migrations: snapshotMigrations + [next])

      #expect(try migrated.ledger().map(\.day) == [day("2026-10-01")])
      let copy = folder + "/snapshot-before-v\(snapshotFormat + 1)-2026-11-22.sqlite"
      #expect(try permissions(of: copy) == 0o600)
      let kept = try Snapshot.openForReading(at: copy, stamp: euroInBerlin)
      #expect(try kept.ledger() == migrated.ledger())
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
  }

  @Test(arguments: 1...3)
  func `what an older format holds is there after the migration`(format: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/snapshot.sqlite"
      _ = try Snapshot.open(
        at: path, stamp: euroInBerlin, copyDay: day("2026-11-22"), busySeconds: 0,
        migrations: Array(snapshotMigrations.prefix(format)))
      try DatabaseQueue(path: path).write { try $0.execute(sql: olderUsage) }

      let snapshot = try Snapshot.make(in: folder)
      let usage = point("2026-10-01", TokenCounts(prompt: 10, completion: 4))

      #expect(try snapshot.ledgerLines() == ["2026-10-01 1 14"])
      var users: [String] = []
      try snapshot.forEachDay(in: usage.day...usage.day) { day in
        users = day.usage.map { "\($0.source) \($0.series.user) \($0.counts.prompt ?? 0)" }
      }
      #expect(users == ["gateway ann 10"])
      #expect(
        try snapshot.pull("2026-10-01", "2026-10-02", [usage], askedOn: "2026-10-03").daysAdded
          == [day("2026-10-02")])
    }
  }

  @Test func `a locked file is said to be locked`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      let other = try DatabaseQueue(path: snapshot.path)

      try other.inDatabase { database in
        try database.execute(sql: "BEGIN EXCLUSIVE")
        #expect(throws: SnapshotError.locked(path: snapshot.path)) {
          try snapshot.add([point("2026-10-01", TokenCounts(prompt: 5))])
        }
        #expect(throws: SnapshotError.locked(path: snapshot.path)) { try snapshot.ledger() }
        try database.execute(sql: "ROLLBACK")
      }
    }
  }

  @Test func `what a killed import left half done is undone, also by a reader`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      try snapshot.add([point("2026-10-01", TokenCounts(prompt: 5))])
      let before = try snapshot.ledger()
      let whole = FileManager.default.contents(atPath: snapshot.path)
      let left = folder + "/left.sqlite"

      // A tiny page cache makes SQLite write pages before the transaction ends.
      try DatabaseQueue(path: snapshot.path).inDatabase { database in
        try database.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM ledger_day")
        for number in 0..<5000 {
          try database.execute(
            sql: "INSERT INTO dimension (text) VALUES (?)", arguments: ["user \(number)"])
        }
        for ending in ["", "-journal"] {
          try FileManager.default.copyItem(atPath: snapshot.path + ending, toPath: left + ending)
        }
        try database.execute(sql: "ROLLBACK")
      }

      #expect(FileManager.default.contents(atPath: left) != whole)
      #expect(try Snapshot.openForReading(at: left, stamp: euroInBerlin).ledger() == before)
      #expect(!FileManager.default.fileExists(atPath: left + "-journal"))
    }
  }

  @Test func `a folder that cannot be written to is named`() throws {
    #expect(
      throws: SnapshotError.cannotWrite(
        path: "/nowhere/snapshot.sqlite", reason: "No such file or directory")
    ) {
      try Snapshot.make(in: "/nowhere")
    }
  }
}

private let snapshotFormat = snapshotMigrations.count

/// A day of one source, as the first format kept it. It stands in all later ones.
private let olderUsage = """
  INSERT INTO source VALUES (1, 'gateway');
  INSERT INTO dimension VALUES (1, 'sub-a'), (2, 'ann'), (3, 'chat'), (4, 'opal');
  INSERT INTO series VALUES (1, 1, 1, 2, 3, 4);
  INSERT INTO point VALUES (20727, 1, 24321, 10, 4, NULL, NULL, NULL, NULL, NULL);
  INSERT INTO ledger_day VALUES
    (1, 20727, 1, 14, 17908560000000000, 17908596000000000, '\(String(repeating: "0", count: 64))');
  """
