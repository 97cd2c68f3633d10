import Foundation
import GRDB
import UsageModel

/// The truth: usage by day, and the ledger of what was imported, in one file.
package struct Snapshot: Sendable {
  package let path: String
  let queue: DatabaseQueue

  /// Opens the snapshot for reading and writing, and makes it where there is none.
  ///
  /// An older format is brought up to date, after a copy has been put beside the file.
  /// - Parameters:
  ///   - copyDay: The date in the copy's name.
  ///   - busySeconds: How long to wait for another program's lock.
  package static func open(
    at path: String, stamp: SnapshotStamp, copyDay: CalendarDay, busySeconds: Double = 5
  ) throws -> Snapshot {
    try open(
      at: path, stamp: stamp, copyDay: copyDay, busySeconds: busySeconds,
      migrations: snapshotMigrations)
  }

  static func open(
    at path: String, stamp: SnapshotStamp, copyDay: CalendarDay, busySeconds: Double,
    migrations: [SnapshotMigration]
  ) throws -> Snapshot {
    try createPrivateFile(at: path)
    return try translatingErrors(at: path) {
      let queue = try DatabaseQueue(
        path: path, configuration: configuration(busySeconds: busySeconds))
      try queue.writeWithoutTransaction { database in
        try migrate(
          database, at: path, stamp: stamp, copyDay: copyDay, migrations: migrations)
        try storedStamp(database).check(against: stamp)
      }
      return Snapshot(path: path, queue: queue)
    }
  }

  /// Opens an existing snapshot that nothing will be written to.
  package static func openForReading(
    at path: String, stamp: SnapshotStamp, busySeconds: Double = 5
  ) throws -> Snapshot {
    guard FileManager.default.fileExists(atPath: path) else {
      throw SnapshotError.notFound(path: path)
    }
    return try translatingErrors(at: path) {
      let queue = try DatabaseQueue(
        path: path, configuration: configuration(busySeconds: busySeconds))
      try queue.unsafeRead { database in
        let known = snapshotMigrations.last?.format ?? 0
        let found = try storedFormat(database, at: path, known: known)
        guard found > 0 else { throw SnapshotError.notFound(path: path) }
        guard found == known else {
          throw SnapshotError.olderFormat(path: path, found: found, known: known)
        }
        try storedStamp(database).check(against: stamp)
      }
      return Snapshot(path: path, queue: queue)
    }
  }

  /// Also a reader's connection can write, if only to undo what a killed import left half done.
  private static func configuration(busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  private static func storedStamp(_ database: Database) throws -> SnapshotStamp {
    var stamp = SnapshotStamp(timeZone: "", currency: "")
    try RepeatedStatement(database, "SELECT time_zone, currency FROM meta").forEachRow { row in
      stamp = SnapshotStamp(timeZone: row.text(0), currency: row.text(1))
    }
    return stamp
  }
}
