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

  package init(name: String, table: Table) {
    self.name = name
    self.table = table
  }
}

/// How a page asks for rows: SQL with bound parameters, the only way numbers reach a template.
/// `earlier` are rows that the SQL reads by their names.
package typealias Query =
  @Sendable (
    _ sql: String, _ parameters: [String: Cell], _ earlier: [NamedRows]
  ) throws -> Table
