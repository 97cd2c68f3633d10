import GRDB
import GRDBSQLite
import Synchronization
import Tables

/// The rows of earlier queries that a connection holds, each in a temporary table of its name.
///
/// A page's queries read the same rows many times: they are copied in once, and stay until the next
/// page's rows of that name take their place.
final class ReadableRows: Sendable {
  private let held = Mutex<[String: NamedRows]>([:])

  func fill(_ wanted: [NamedRows], in database: Database) throws {
    for rows in wanted {
      let before = held.withLock { $0[rows.name] }
      if before === rows { continue }
      let name = quoted(rows.name)
      if before?.table.columns == rows.table.columns {
        try RepeatedStatement(database, "DELETE FROM temp.\(name)").run()
      } else {
        try RepeatedStatement(database, "DROP TABLE IF EXISTS temp.\(name)").run()
        let columns = rows.table.columns.map(quoted).joined(separator: ", ")
        try RepeatedStatement(database, "CREATE TEMP TABLE \(name) (\(columns))").run()
      }
      held.withLock { $0[rows.name] = rows }
      guard !rows.table.rows.isEmpty else { continue }
      let insert = try RepeatedStatement(
        database, "INSERT INTO temp.\(name) VALUES (\(places(rows.table.columns.count)))")
      for row in rows.table.rows { try insert.run(row.map(StoredValue.init)) }
    }
  }
}

private func quoted(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
