import GRDB
import UsageModel

/// Writes how much each source metered on a day, and reads it back.
struct SourceDayRows {
  private let addRow: RepeatedStatement

  init(_ cache: Database) throws {
    addRow = try RepeatedStatement(cache, "INSERT INTO stored_source_day VALUES (\(places(4)))")
  }

  /// - Throws: ``SnapshotError/countsTooLarge(source:)`` where a sum does not fit.
  func add(_ usage: NumberedDay) throws {
    for total in usage.totals {
      guard let tokens = Int64(exactly: total.tokens),
        let requests = Int64(exactly: total.requests)
      else { throw SnapshotError.countsTooLarge(source: total.source) }
      try addRow.run([
        .text(usage.day.description), .text(total.source), .integer(tokens), .integer(requests),
      ])
    }
  }
}

/// What one source metered on a day, as the cache holds it.
struct SourceDay {
  let day: CalendarDay
  let source: String
  let tokens: Int64
  let requests: Int64

  /// Of all months, in order of day and source.
  static func all(in cache: Database) throws -> [SourceDay] {
    var all: [SourceDay] = []
    try RepeatedStatement(
      cache, "SELECT day, source, tokens, requests FROM stored_source_day ORDER BY day, source"
    ).forEachRow { row in
      guard let day = CalendarDay(row.text(0)) else { return }
      all.append(
        SourceDay(
          day: day, source: row.text(1), tokens: row.integer(2), requests: row.integer(3)))
    }
    return all
  }
}
