import GRDB
import UsageModel

/// What the snapshot knows about the days of one source, for planning what to ask for.
package struct PulledDays: Hashable, Sendable {
  /// The days that are stored, with or without usage.
  package let stored: Set<CalendarDay>
  /// The newest day with usage.
  package let newestWithUsage: CalendarDay?
  /// When each day was last asked for. Days that came from files are not named.
  package let askedOn: [CalendarDay: CalendarDay]
  /// The first day of the backfill that was begun first of those with days that are not stored.
  package let unfinishedFrom: CalendarDay?

  package var newest: CalendarDay? { stored.max() }

  /// The days that could still change when they were last asked for, in order: asked for again, each
  /// is then whole, however many nights were missed.
  package func open(lookback: Int) -> [CalendarDay] {
    askedOn.filter { isProvisional($0.key, askedOn: $0.value, lookback: lookback) }.keys.sorted()
  }
}

extension Snapshot {
  /// - Returns: nothing but empty lists where the source was never stored.
  package func pulledDays(of source: String) throws -> PulledDays {
    try read { database in
      let ledger = try StoredUsage(database).ledger().filter { $0.source == source }
      let stored = Set(ledger.map(\.day))
      let pulled = try StoredPulls(database).days().filter { $0.source == source }
      return PulledDays(
        stored: stored,
        newestWithUsage: ledger.filter { !$0.receipt.isEmpty }.map(\.day).max(),
        askedOn: Dictionary(pulled.map { ($0.day, $0.askedOn) }) { first, _ in first },
        unfinishedFrom: try backfills(of: source, in: database)
          .first { $0.contains { !stored.contains($0) } }?.lowerBound)
    }
  }

  /// The days of a range that are still to be asked for, in order: all of them, unless a pull of the
  /// same range with the same query was interrupted.
  ///
  /// A day that could still change when it was asked for is asked for again.
  /// - Parameter today: More than two days after its newest pull, an interrupted one is forgotten; nil
  ///   forgets none.
  package func daysLeft(
    ofBackfill days: ClosedRange<CalendarDay>, of source: String, queryHash: String, lookback: Int,
    today: CalendarDay? = nil
  ) throws -> [CalendarDay] {
    try read { database in
      let number = try firstInteger(
        of: RepeatedStatement(database, "SELECT id FROM source WHERE name = ?"),
        [.text(storable(source))])
      guard let number else { return Array(days) }
      let backfill: [StoredValue] = [
        .integer(number), .day(days.lowerBound), .day(days.upperBound), .text(queryHash),
      ]
      if let today, try isForgotten(backfill, on: today, in: database) { return Array(days) }
      var done: Set<CalendarDay> = []
      try RepeatedStatement(
        database,
        """
        SELECT d.day, p.asked_on FROM backfill_day d
        LEFT JOIN pulled_day p ON p.source = ? AND p.day = d.day
        WHERE d.backfill IN (\(selectingBackfill))
        """
      ).forEachRow([.integer(number)] + backfill) { row in
        let day = row.day(0)
        // A day from a file, of which only a refused answer came, names no day of asking.
        let askedOn = row.optionalInteger(1).map { CalendarDay(daysSince1970: Int($0)) }
        let isOpen = askedOn.map { isProvisional(day, askedOn: $0, lookback: lookback) } ?? false
        if !isOpen { done.insert(day) }
      }
      return days.filter { !done.contains($0) }
    }
  }
}

/// The ranges of which an interrupted pull has left days, in the order in which they were begun.
private func backfills(
  of source: String, in database: Database
) throws -> [ClosedRange<CalendarDay>] {
  var ranges: [ClosedRange<CalendarDay>] = []
  try RepeatedStatement(
    database,
    """
    SELECT first_day, last_day FROM backfill JOIN source ON source.id = backfill.source
    WHERE name = ? ORDER BY backfill.id
    """
  ).forEachRow([.text(storable(source))]) { ranges.append($0.day(0)...$0.day(1)) }
  return ranges
}
