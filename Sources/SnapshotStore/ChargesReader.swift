import GRDB
import Tables
import UsageModel

/// Answers SQL over the views of contract.md 1, and nothing else. Several threads may ask at once.
package struct ChargesReader: Sendable {
  /// The last day on any page; nil where there is no usage at all.
  package let asOf: CalendarDay?
  /// The first local day that any source has.
  package let firstDay: CalendarDay?
  /// The last one, which `asOf` may lie before.
  package let newestDay: CalendarDay?
  /// Of everything the answers depend on.
  package let cacheKey: String
  private let pool: ConnectionPool

  /// - Throws: ``SnapshotError`` where the file is not a cache of this version.
  init(path: String, connectionCount: Int = 4) throws {
    let facts = try CacheFacts(path: path)
    asOf = facts.asOf
    firstDay = facts.firstDay
    newestDay = facts.newestDay
    cacheKey = facts.cacheKey
    pool = try translatingErrors(at: path) {
      try ConnectionPool(path: path, count: connectionCount)
    }
  }

  /// The rows of one SELECT. Without `order by` they are sorted by all columns.
  ///
  /// `:as_of`, `:this_month` and `:last_month` are always known.
  /// - Parameters:
  ///   - parameters: By name, without the colon. One that the SQL does not use is ignored.
  ///   - earlier: Rows that the SQL may read like views, by other names than theirs.
  package func rows(
    _ sql: String, _ parameters: [String: Cell] = [:], reading earlier: [NamedRows] = [],
    limits: QueryLimits = .standard
  ) throws(QueryError) -> Tables.Table {
    let text = QueryText(sql)
    guard text.onlyReads else { throw .notASelect }
    if text.isLimited, !text.isOrdered { throw .limitWithoutOrder }
    let bound = parameters.merging(standardParameters) { _, standard in standard }
    let table = try pool.use { connection throws(QueryError) in
      try connection.rows(sql, bound, reading: earlier, limits: limits)
    }
    return text.isOrdered ? table : table.sortedByAllColumns()
  }

  private var standardParameters: [String: Cell] {
    let month = asOf?.month
    return [
      "as_of": .optional(asOf?.description),
      "this_month": .optional(month?.description),
      "last_month": .optional(month?.advanced(by: -1).description),
    ]
  }
}

extension Cell {
  fileprivate static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
}
