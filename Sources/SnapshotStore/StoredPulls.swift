import GRDB
import UsageModel

/// What the ledger of pulls holds of one day of one source.
struct StoredPulledDay: Hashable {
  let source: String
  let day: CalendarDay
  let askedOn: CalendarDay
  let revision: Revision?
  let lastIngested: Timestamp?

  /// When an answer last changed what was stored, and what that was.
  struct Revision: Hashable {
    let on: CalendarDay
    let rowsBefore: Int64
    let tokensBefore: Int64
  }
}

/// Reads the ledger of pulls, inside one transaction.
struct StoredPulls {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// Ordered by source and day.
  func days() throws -> [StoredPulledDay] {
    var days: [StoredPulledDay] = []
    try RepeatedStatement(
      database,
      """
      SELECT name, day, asked_on, revised_on, rows_before, tokens_before, last_ingested_tick
      FROM pulled_day JOIN source ON source.id = pulled_day.source ORDER BY name, day
      """
    ).forEachRow { row in
      let revision = row.optionalInteger(3).map { on in
        StoredPulledDay.Revision(
          on: CalendarDay(daysSince1970: Int(on)), rowsBefore: row.integer(4),
          tokensBefore: row.integer(5))
      }
      days.append(
        StoredPulledDay(
          source: row.text(0), day: row.day(1), askedOn: row.day(2), revision: revision,
          lastIngested: row.optionalInteger(6).map(Timestamp.init(ticks:))))
    }
    return days
  }

  /// By source, when it was last asked for its newest day.
  func askedOn() throws -> [String: CalendarDay] {
    var askedOn: [String: CalendarDay] = [:]
    for day in try days() { askedOn[day.source] = day.askedOn }
    return askedOn
  }
}
