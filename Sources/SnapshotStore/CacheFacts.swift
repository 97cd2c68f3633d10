import Foundation
import GRDB
import UsageModel

/// What a cache file says about itself.
struct CacheFacts {
  let cacheKey: String
  let asOf: CalendarDay?
  let firstDay: CalendarDay?
  let showsPeople: Bool

  /// - Throws: ``SnapshotError`` where the file is not a cache of this version.
  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    self = try translatingErrors(at: path) {
      guard FileManager.default.fileExists(atPath: path) else {
        throw SnapshotError.notFound(path: path)
      }
      return try DatabaseQueue(path: path, configuration: configuration).unsafeRead { database in
        let format = try Int.fetchOne(database, sql: "PRAGMA user_version")
        guard format == cacheFormat,
          let row = try Row.fetchOne(
            database,
            sql: "SELECT cache_key, as_of, first_day, shows_people FROM stored_facts")
        else { throw SnapshotError.notASnapshot(path: path) }
        return CacheFacts(
          cacheKey: row[0], asOf: (row[1] as String?).flatMap { CalendarDay($0) },
          firstDay: (row[2] as String?).flatMap { CalendarDay($0) }, showsPeople: row[3])
      }
    }
  }

  private init(
    cacheKey: String, asOf: CalendarDay?, firstDay: CalendarDay?, showsPeople: Bool
  ) {
    self.cacheKey = cacheKey
    self.asOf = asOf
    self.firstDay = firstDay
    self.showsPeople = showsPeople
  }
}
