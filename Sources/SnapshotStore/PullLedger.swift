import GRDB
import UsageModel

/// Whether a window took the place of what was stored.
enum PullState: String {
  case stored
  case unchanged
  case refused
}

/// Enters one window of a service into the ledger of pulls.
struct PullLedger {
  private let database: Database
  private let source: Int64
  private let window: PullWindow
  private let facts: PullFacts

  init(_ database: Database, source: Int64, _ window: PullWindow, _ facts: PullFacts) {
    self.database = database
    self.source = source
    self.window = window
    self.facts = facts
  }

  /// - Throws: ``SnapshotError/countsTooLarge(source:)`` where the counts do not fit.
  func enterPull(_ days: [CalendarDay: DayReceipt], state: PullState) throws {
    let rows = days.values.reduce(Int128(0)) { $0 + Int128($1.rows) }
    let tokens = days.values.reduce(Int128(0)) { $0 + Int128($1.tokens) }
    guard let rows = Int64(exactly: rows), let tokens = Int64(exactly: tokens) else {
      throw SnapshotError.countsTooLarge(source: window.source)
    }
    try RepeatedStatement(
      database,
      """
      INSERT INTO pull (source, pulled_at, asked_on, first_day, last_day, row_count, tokens,
        query_sha256, credential, last_ingested_tick, requests, retries, bytes, duration_ms, state)
      VALUES (\(places(15)))
      """
    ).run([
      .integer(source), .text(facts.pulledAt), .day(window.askedOn),
      .day(window.days.lowerBound), .day(window.days.upperBound), .integer(rows),
      .integer(tokens), .text(facts.queryHash), .text(storable(facts.credential)),
      .optional(facts.lastIngested.values.max()?.ticks), .integer(Int64(facts.requests)),
      .integer(Int64(facts.retries)), .integer(Int64(facts.bytes)),
      .integer(Int64(facts.milliseconds)), .text(state.rawValue),
    ])
  }

  /// Enters of each day when it was asked for, and what it replaced.
  /// - Parameter stored: What the ledger held of the source before.
  func enter(_ outcome: ImportOutcome, stored: [CalendarDay: LedgerDay]) throws {
    let ask = try RepeatedStatement(
      database,
      """
      INSERT INTO pulled_day (source, day, asked_on, last_ingested_tick) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET asked_on = excluded.asked_on,
        last_ingested_tick = coalesce(excluded.last_ingested_tick, last_ingested_tick)
      """)
    for day in window.days {
      try ask.run([
        .integer(source), .day(day), .day(window.askedOn),
        .optional(facts.lastIngested[day]?.ticks),
      ])
    }
    let revise = try RepeatedStatement(
      database,
      """
      UPDATE pulled_day SET revised_on = ?, rows_before = ?, tokens_before = ?
      WHERE source = ? AND day = ?
      """)
    for day in outcome.daysReplaced {
      guard let before = stored[day]?.receipt else { continue }
      try revise.run([
        .day(window.askedOn), .integer(before.rows), .integer(before.tokens), .integer(source),
        .day(day),
      ])
    }
  }

  /// Remembers which days of the backfill are done, until all are. One that was left alone for days
  /// begins again.
  /// - Precondition: This pull is not yet entered.
  func enterBackfill() throws {
    guard let days = window.backfill else { return }
    let values: [StoredValue] = [
      .integer(source), .day(days.lowerBound), .day(days.upperBound), .text(facts.queryHash),
    ]
    if let backfill = try firstInteger(of: RepeatedStatement(database, selectingBackfill), values),
      try isForgotten(values, on: window.askedOn, in: database)
    {
      try RepeatedStatement(database, "DELETE FROM backfill WHERE id = ?")
        .run([.integer(backfill)])
    }
    try RepeatedStatement(
      database,
      """
      INSERT OR IGNORE INTO backfill (source, first_day, last_day, query_sha256)
      VALUES (?, ?, ?, ?)
      """
    ).run(values)
    guard
      let backfill = try firstInteger(
        of: RepeatedStatement(database, selectingBackfill), values)
    else { return }
    let add = try RepeatedStatement(database, "INSERT OR IGNORE INTO backfill_day VALUES (?, ?)")
    for day in window.days where days.contains(day) {
      try add.run([.integer(backfill), .day(day)])
    }
    let done = try firstInteger(
      of: RepeatedStatement(database, "SELECT count(*) FROM backfill_day WHERE backfill = ?"),
      [.integer(backfill)])
    guard done == Int64(days.count) else { return }
    try RepeatedStatement(database, "DELETE FROM backfill WHERE id = ?").run([.integer(backfill)])
  }
}

let selectingBackfill = """
  SELECT id FROM backfill
  WHERE source = ? AND first_day = ? AND last_day = ? AND query_sha256 = ?
  """

/// Whether nobody went on with a backfill for more than two days: whoever asks for its days then wants
/// all of them as they are now.
/// - Parameter backfill: Its source, first day, last day and query.
func isForgotten(
  _ backfill: [StoredValue], on today: CalendarDay, in database: Database
) throws -> Bool {
  let newest = try firstInteger(
    of: RepeatedStatement(
      database,
      """
      SELECT max(asked_on) FROM pull
      WHERE source = ?1 AND first_day <= ?3 AND last_day >= ?2 AND query_sha256 = ?4
      """), backfill)
  return newest.map { $0 < Int64(today.daysSince1970) - 2 } ?? false
}

extension StoredValue {
  static func day(_ day: CalendarDay) -> StoredValue { .integer(Int64(day.daysSince1970)) }
}
