import GRDB
import Pricing
import UsageModel

/// Reads the tables of a snapshot, inside one transaction.
struct StoredUsage {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// In byte order.
  func sources() throws -> [String] {
    try all("SELECT name FROM source ORDER BY name") { $0.text(0) }
  }

  /// Ordered by source and day.
  func ledger() throws -> [LedgerDay] {
    try all(
      """
      SELECT name, day, row_count, tokens, first_tick, last_tick, digest
      FROM ledger_day JOIN source ON source.id = ledger_day.source ORDER BY name, day
      """
    ) { row in
      LedgerDay(
        source: row.text(0), day: row.day(1),
        receipt: DayReceipt(
          rows: row.integer(2), tokens: row.integer(3), first: Timestamp(ticks: row.integer(4)),
          last: Timestamp(ticks: row.integer(5))),
        digest: row.text(6))
    }
  }

  func ignoredMetrics() throws -> [IgnoredMetric] {
    try all(
      """
      SELECT name, metric, record_count
      FROM ignored_metric JOIN source ON source.id = ignored_metric.source ORDER BY name, metric
      """
    ) { IgnoredMetric(source: $0.text(0), metric: $0.text(1), records: $0.integer(2)) }
  }

  /// In order of source, file and problem.
  func skippedLines() throws -> [(source: String, lines: SkippedLines)] {
    try all(
      """
      SELECT name, file, problem, line_count, examples, first_day, last_day
      FROM skipped JOIN source ON source.id = skipped.source ORDER BY name, file, problem
      """
    ) { ($0.text(0), SkippedLines($0, firstColumn: 1)) }
  }

  private func all<Element>(
    _ sql: String, _ values: [StoredValue] = [], _ element: (StoredRow) -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try RepeatedStatement(database, sql).forEachRow(values) { elements.append(element($0)) }
    return elements
  }
}

extension StoredRow {
  func day(_ column: Int32) -> CalendarDay { CalendarDay(daysSince1970: Int(integer(column))) }
}
