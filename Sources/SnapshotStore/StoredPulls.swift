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

extension [StoredPulledDay] {
  /// By source and day, when it was last asked for.
  var askedOn: [String: [CalendarDay: CalendarDay]] {
    reduce(into: [:]) { $0[$1.source, default: [:]][$1.day] = $1.askedOn }
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

  /// The days of each source of which the newest answer was refused, in order.
  func refusedDays() throws -> [String: [CalendarDay]] {
    var refused: [String: Set<CalendarDay>] = [:]
    try RepeatedStatement(
      database,
      """
      SELECT name, first_day, last_day, state FROM pull JOIN source ON source.id = pull.source
      ORDER BY pull.id
      """
    ).forEachRow { row in
      let days = row.day(1)...row.day(2)
      if row.text(3) == PullState.refused.rawValue {
        refused[row.text(0), default: []].formUnion(days)
      } else if refused[row.text(0)] != nil {
        refused[row.text(0)]?.subtract(days)
      }
    }
    return refused.mapValues { $0.sorted() }
  }
}
