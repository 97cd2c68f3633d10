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

/// How a page asks for rows: SQL with bound parameters, the only way numbers reach a template.
package typealias Query = @Sendable (_ sql: String, _ parameters: [String: Cell]) throws -> Table
