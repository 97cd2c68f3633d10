import Foundation
import GRDB
import UsageModel

/// What a cache file says about itself.
struct CacheFacts {
  let cacheKey: String
  let asOf: CalendarDay?
  let firstDay: CalendarDay?
  let newestDay: CalendarDay?

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
            sql: """
              SELECT cache_key, as_of, first_day, newest_day FROM stored_facts
              """)
        else { throw SnapshotError.notASnapshot(path: path) }
        return CacheFacts(
          cacheKey: row[0], asOf: day(row[1]), firstDay: day(row[2]), newestDay: day(row[3]))
      }
    }
  }

  private init(
    cacheKey: String, asOf: CalendarDay?, firstDay: CalendarDay?, newestDay: CalendarDay?
  ) {
    self.cacheKey = cacheKey
    self.asOf = asOf
    self.firstDay = firstDay
    self.newestDay = newestDay
  }
}

private func day(_ text: String?) -> CalendarDay? { text.flatMap { CalendarDay($0) } }
