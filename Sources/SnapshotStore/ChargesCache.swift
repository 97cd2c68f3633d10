import Foundation
import GRDB
import Pricing
import UsageModel

/// Charges, computed from the snapshot and the price book and kept in a file that can be deleted.
package enum ChargesCache {
  /// Answers from the file at `path`, which is made again where anything it depends on has changed.
  ///
  /// A new file takes the old one's place in one step: a run that is killed leaves the old one.
  /// - Throws: ``SnapshotError``, or `ChargingError` where amounts are too large.
  package static func refresh(
    at path: String, from snapshot: Snapshot, book: PriceBook, rules: CacheRules
  ) throws -> ChargesReader {
    let key = try snapshot.read { database in
      let stored = StoredUsage(database)
      let ledger = try stored.ledger()
      try refuseStraySources(in: ledger, named: rules.sources.map(\.name))
      try checkAsOf(DataCalendar(ledger: ledger, rules: rules))
      let key = try cacheKey(of: stored, rules: rules)
      if (try? CacheFacts(path: path))?.cacheKey != key {
        try build(at: path, from: database, book: book, rules: rules, key: key)
      }
      return key
    }
    let reader = try ChargesReader(path: path)
    // Another run may have put its own file there meanwhile.
    guard reader.cacheKey == key else { throw SnapshotError.locked(path: path) }
    return reader
  }

  /// The last day on any page must be one that the data reaches. Without data no day is.
  private static func checkAsOf(_ calendar: DataCalendar) throws {
    guard let asOf = calendar.asOf, let first = calendar.firstDay, let newest = calendar.newestDay,
      asOf < first || asOf > newest
    else { return }
    throw SnapshotError.outsideData(asOf: asOf, first: first, newest: newest)
  }

  private static func build(
    at path: String, from snapshot: Database, book: PriceBook, rules: CacheRules, key: String
  ) throws {
    let unfinished = path + ".new"
    try makeFolder(of: path)
    try? FileManager.default.removeItem(atPath: unfinished)
    try createPrivateFile(at: unfinished)
    try translatingErrors(at: unfinished) {
      let queue = try DatabaseQueue(path: unfinished, configuration: buildConfiguration)
      try queue.write { cache in
        try refusingOverflow {
          try CacheWriter(cache: cache, snapshot: snapshot, book: book, rules: rules)
            .write(key: key)
        }
        try cache.execute(sql: "PRAGMA application_id = \(cacheApplicationID)")
        try cache.execute(sql: "PRAGMA user_version = \(cacheFormat)")
      }
      try queue.close()
    }
    try moveIntoPlace(unfinished, over: path)
  }

  /// Nobody reads the file before it is finished and flushed, so it needs no journal.
  private static var buildConfiguration: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
          PRAGMA locking_mode = EXCLUSIVE
          """)
    }
    return configuration
  }

  private static func makeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw SnapshotError.cannotWrite(path: folder, reason: error.localizedDescription)
    }
  }
}

/// "TkBc": says in the file's header whose it is.
private let cacheApplicationID = 0x546B_4263

private func refusingOverflow(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as DatabaseError where error.message == "integer overflow" {
    throw SnapshotError.amountsTooLarge
  }
}
