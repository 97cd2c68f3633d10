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
  /// The parameters that every query has.
  private let standardParameters: [String: Cell]

  /// - Throws: ``SnapshotError`` where the file is not a cache of this version.
  init(path: String, connectionCount: Int = 4) throws {
    let facts = try CacheFacts(path: path)
    asOf = facts.asOf
    firstDay = facts.firstDay
    newestDay = facts.newestDay
    cacheKey = facts.cacheKey
    let month = facts.asOf?.month
    standardParameters = [
      "as_of": .optional(facts.asOf?.description),
      "this_month": .optional(month?.description),
      "last_month": .optional(month?.advanced(by: -1).description),
    ]
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
    try lending { query throws(QueryError) in
      try query.rows(sql, parameters, reading: earlier, limits: limits)
    }
  }

  /// Lets `body` ask one connection alone, which keeps the rows that its queries read again.
  package func lending<Result, Failure: Error>(
    _ body: (LentReader) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try pool.use { connection throws(Failure) in
      try body(LentReader(connection: connection, standardParameters: standardParameters))
    }
  }
}

/// One connection of a ``ChargesReader``.
package struct LentReader: Sendable {
  fileprivate let connection: QueryConnection
  fileprivate let standardParameters: [String: Cell]

  /// As ``ChargesReader/rows(_:_:reading:limits:)``.
  package func rows(
    _ sql: String, _ parameters: [String: Cell] = [:], reading earlier: [NamedRows] = [],
    limits: QueryLimits = .standard
  ) throws(QueryError) -> Tables.Table {
    try connection.rows(
      sql, parameters.merging(standardParameters) { _, standard in standard }, reading: earlier,
      limits: limits)
  }
}

extension Cell {
  fileprivate static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .null }
}
