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
      held.withLock { $0[rows.name] = nil }
      let name = quoted(rows.name)
      if before?.table.columns == rows.table.columns {
        try run("DELETE FROM temp.\(name)", in: database)
      } else {
        try run("DROP TABLE IF EXISTS temp.\(name)", in: database)
        let columns = rows.table.columns.map(quoted).joined(separator: ", ")
        try run("CREATE TEMP TABLE \(name) (\(columns))", in: database)
      }
      try insert(rows.table, into: name, of: database)
      held.withLock { $0[rows.name] = rows }
    }
  }

  private func insert(_ table: Tables.Table, into name: String, of database: Database) throws {
    guard !table.rows.isEmpty else { return }
    let insert = RepeatedStatement(
      database,
      try database.cachedStatement(
        sql: "INSERT INTO temp.\(name) VALUES (\(places(table.columns.count)))"))
    for row in table.rows { try insert.run(row: row) }
  }

  private func run(_ sql: String, in database: Database) throws {
    try RepeatedStatement(database, try database.cachedStatement(sql: sql)).run()
  }
}

private func quoted(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
