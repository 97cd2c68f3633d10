/// What a query returns: named columns, and rows with one cell per column.
package struct Table: Hashable, Sendable {
  package let columns: [String]
  package var rows: [[Cell]]

  package init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  package func index(of column: String) -> Int? {
    columns.firstIndex(of: column)
  }
}

/// Rows that SQL can read by a name, as if they were a view. Compared by identity, so that whoever
/// keeps them for many queries knows them again.
package final class NamedRows: Sendable {
  package let name: String
  package let table: Table
  /// The name and the columns, on one line: `usage(day, cost)`.
  package let heading: String

  package init(name: String, table: Table) {
    self.name = name
    self.table = table
    let heading = name + "(" + table.columns.joined(separator: ", ") + ")"
    let isOneLine = heading.utf8.allSatisfy { (0x20..<0x80).contains($0) }
    self.heading =
      isOneLine ? heading : heading.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// How a page asks for rows: SQL with bound parameters, the only way numbers reach a template.
/// `earlier` are rows that the SQL reads by their names.
package typealias Query =
  @Sendable (
    _ sql: String, _ parameters: [String: Cell], _ earlier: [NamedRows]
  ) throws -> Table

/// Lends out a query for as long as `body` takes: what it reads again and again meanwhile stays at
/// one place.
package typealias QueryLender = @Sendable (_ body: (@escaping Query) throws -> Void) throws -> Void
