import Foundation
import GRDB
import UsageModel

/// Brings a snapshot to the newest format, in one transaction.
func migrate(
  _ database: Database, at path: String, stamp: SnapshotStamp, copyDay: CalendarDay,
  migrations: [SnapshotMigration]
) throws {
  let known = migrations.last?.format ?? 0
  let found = try storedFormat(database, at: path, known: known)
  let steps = migrations.filter { $0.format > found }
  guard !steps.isEmpty else { return }

  if found > 0 {
    try copy(database, of: path, before: steps[0].format, day: copyDay)
  }
  try database.inTransaction(.immediate) {
    for step in steps { try database.execute(sql: step.sql) }
    if found == 0 {
      try database.execute(
        sql: "INSERT INTO meta (only_row, time_zone, currency) VALUES (1, ?, ?)",
        arguments: [stamp.timeZone, stamp.currency])
      try database.execute(sql: "PRAGMA application_id = \(snapshotApplicationID)")
    }
    try database.execute(sql: "PRAGMA user_version = \(known)")
    return .commit
  }
}

/// The format of a file, 0 for an empty one.
/// - Throws: ``SnapshotError`` for a file that is not ours, or is newer than we are.
func storedFormat(
  _ database: Database, at path: String, known: Int
) throws -> Int {
  let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
  let format = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
  if application == 0, format == 0, tables == 0 { return 0 }
  guard application == snapshotApplicationID, format > 0 else {
    throw SnapshotError.notASnapshot(path: path)
  }
  guard format <= known else {
    throw SnapshotError.newerFormat(path: path, found: format, known: known)
  }
  return format
}

/// Keeps the snapshot as it is under a dated name. A copy of that name is as old or older, and
/// stays.
private func copy(
  _ database: Database, of path: String, before format: Int, day: CalendarDay
) throws {
  let file = URL(filePath: path)
  let name = "\(file.deletingPathExtension().lastPathComponent)-before-v\(format)-\(day)"
  let copy = file.deletingLastPathComponent().appending(path: name)
    .appendingPathExtension(file.pathExtension).path
  guard !FileManager.default.fileExists(atPath: copy) else { return }
  let unfinished = copy + ".part"
  try? FileManager.default.removeItem(atPath: unfinished)
  try createPrivateFile(at: unfinished)
  try database.execute(sql: "VACUUM INTO ?", arguments: [unfinished])
  try moveIntoPlace(unfinished, over: copy)
}
