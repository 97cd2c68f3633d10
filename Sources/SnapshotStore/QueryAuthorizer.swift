import GRDB
import GRDBSQLite

/// Lets a connection do nothing but read the views, and stops a query that goes on too long.
func confine(_ database: Database, _ watch: QueryWatch) {
  // No value inside a query is longer either: one step could otherwise make a gigabyte.
  sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_LENGTH, 10_000_000)
  let context = Unmanaged.passUnretained(watch).toOpaque()
  sqlite3_set_authorizer(
    database.sqliteConnection,
    { context, action, first, second, schema, view in
      guard let context else { return SQLITE_DENY }
      let watch = Unmanaged<QueryWatch>.fromOpaque(context).takeUnretainedValue()
      if watch.isFilling { return SQLITE_OK }
      if action == SQLITE_READ, let schema, String(cString: schema) == "temp", let first {
        let name = String(cString: first)
        if watch.isReadable(name) { return SQLITE_OK }
        watch.refuse(.unknownView(name))
        return SQLITE_DENY
      }
      let names = [first, second, view].map { $0.map { String(cString: $0) } ?? "" }
      guard let refusal = refusal(of: action, names: names) else { return SQLITE_OK }
      watch.refuse(refusal)
      return SQLITE_DENY
    }, context)
  sqlite3_progress_handler(
    database.sqliteConnection, Int32(QueryWatch.stepsPerTick),
    { context in
      guard let context else { return 1 }
      return Unmanaged<QueryWatch>.fromOpaque(context).takeUnretainedValue().tick() ? 0 : 1
    }, context)
}

/// - Parameter names: What SQLite says of the action: for a read table, column and the innermost
///   view; for a call the function's name second.
private func refusal(of action: Int32, names: [String]) -> QueryError? {
  switch action {
  case SQLITE_SELECT, SQLITE_RECURSIVE:
    return nil
  case SQLITE_READ:
    return isReadable(table: names[0], column: names[1], view: names[2])
      ? nil : .unknownView(names[0])
  case SQLITE_FUNCTION:
    let name = names[1].lowercased()
    return refusedFunctions.contains(name) ? .refusedFunction(name) : nil
  default:
    return .notASelect
  }
}

/// SQLite names no column where it only counts rows, and then may forget the view it does so for.
private func isReadable(table: String, column: String, view: String) -> Bool {
  let name = table.lowercased()
  if name.hasPrefix("sqlite_") || name.hasPrefix("pragma_") { return false }
  return !name.hasPrefix("stored_") || column.isEmpty || viewNames.contains(view)
}

/// Functions whose answer is not decided by what they are given.
private let refusedFunctions: Set<String> = [
  "random", "randomblob", "current_date", "current_time", "current_timestamp", "changes",
  "total_changes", "last_insert_rowid", "sqlite_version", "sqlite_source_id", "sqlite_log",
  "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_offset", "load_extension",
]
