import Foundation
import GRDB
import Pricing
import UsageModel

/// Charges, computed from the snapshot and the price book and kept in a file that can be deleted.
package enum ChargesCache {
  /// Answers from the file at `path`, which is made again where anything it depends on has changed.
  ///
  /// A new file takes the old one's place in one step: a run that is killed leaves the old one.
  /// Months of the old file that have not changed are taken over as they are.
  /// - Parameter computing: Hears of each month before its charges are computed.
  /// - Throws: ``SnapshotError``, or `ChargingError` where amounts are too large.
  package static func refresh(
    at path: String, from snapshot: Snapshot, book: PriceBook, rules: CacheRules,
    computing: (CalendarMonth) -> Void = { _ in }
  ) throws -> ChargesReader {
    let key = try snapshot.read { database in
      let stored = StoredUsage(database)
      let ledger = try stored.ledger()
      try refuseStraySources(in: ledger, named: rules.sources.map(\.name))
      try checkAsOf(DataCalendar(ledger: ledger, rules: rules))
      let key = try cacheKey(of: stored, StoredPulls(database), rules: rules)
      if (try? CacheFacts(path: path))?.cacheKey != key {
        try build(
          at: path, from: database, book: book, rules: rules, key: key, computing: computing)
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
    at path: String, from snapshot: Database, book: PriceBook, rules: CacheRules, key: String,
    computing: (CalendarMonth) -> Void
  ) throws {
    let unfinished = path + ".new"
    func fill(isNew: Bool) throws {
      try? FileManager.default.removeItem(atPath: unfinished)
      if isNew {
        try createPrivateFile(at: unfinished)
      } else {
        try copyPrivateFile(path, to: unfinished)
      }
      try translatingErrors(at: unfinished) {
        let queue = try DatabaseQueue(path: unfinished, configuration: buildConfiguration)
        try queue.write { cache in
          try refusingOverflow {
            try CacheWriter(cache: cache, snapshot: snapshot, book: book, rules: rules)
              .write(key: key, isNew: isNew, computing: computing)
          }
          try cache.execute(sql: "PRAGMA application_id = \(cacheApplicationID)")
          try cache.execute(sql: "PRAGMA user_version = \(cacheFormat)")
        }
        try queue.close()
      }
    }

    try makeFolder(of: path)
    if holdsMonth(path, of: snapshot, rules: rules) {
      do {
        try fill(isNew: false)
        return try moveIntoPlace(unfinished, over: path)
      } catch SnapshotError.damaged {
        // The old file can be read where its months are named and not everywhere.
      }
    }
    try fill(isNew: true)
    try moveIntoPlace(unfinished, over: path)
  }

  /// Whether the cache at `path` holds a month that need not be computed again. One that cannot be
  /// read holds none.
  private static func holdsMonth(
    _ path: String, of snapshot: Database, rules: CacheRules
  ) -> Bool {
    guard (try? CacheFacts(path: path)) != nil else { return false }
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try? DatabaseQueue(path: path, configuration: configuration)
    let there = try? queue?.unsafeRead { try StoredMonths($0).keys() }
    guard let there, let ledger = try? StoredUsage(snapshot).ledger() else { return false }
    let calendar = DataCalendar(ledger: ledger, rules: rules)
    let wanted = monthKeys(of: ledger, calendar, rules: rules)
    return wanted.contains { there[$0.key] == $0.value }
  }

  /// Nobody reads the file before it is finished and flushed, so it needs no journal.
  private static var buildConfiguration: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8192;
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
