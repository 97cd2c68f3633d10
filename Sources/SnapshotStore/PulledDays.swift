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
      let stored = try StoredUsage(database).ledger().filter { $0.source == source }
      let pulled = try StoredPulls(database).days().filter { $0.source == source }
      return PulledDays(
        stored: Set(stored.map(\.day)),
        newestWithUsage: stored.filter { !$0.receipt.isEmpty }.map(\.day).max(),
        askedOn: Dictionary(pulled.map { ($0.day, $0.askedOn) }) { first, _ in first })
    }
  }

  /// The days of a range that are still to be asked for, in order: all of them, unless a pull of the
  /// same range with the same query was interrupted.
  ///
  /// A day that could still change when it was asked for is asked for again.
  package func daysLeft(
    ofBackfill days: ClosedRange<CalendarDay>, of source: String, queryHash: String, lookback: Int
  ) throws -> [CalendarDay] {
    try read { database in
      let number = try firstInteger(
        of: RepeatedStatement(database, "SELECT id FROM source WHERE name = ?"),
        [.text(storable(source))])
      guard let number else { return Array(days) }
      var done: Set<CalendarDay> = []
      try RepeatedStatement(
        database,
        """
        SELECT d.day, p.asked_on FROM backfill_day d
        JOIN pulled_day p ON p.source = ? AND p.day = d.day
        WHERE d.backfill IN (\(selectingBackfill))
        """
      ).forEachRow([
        .integer(number), .integer(number), .day(days.lowerBound), .day(days.upperBound),
        .text(queryHash),
      ]) { row in
        let day = row.day(0)
        guard !isProvisional(day, askedOn: row.day(1), lookback: lookback) else { return }
        done.insert(day)
      }
      return days.filter { !done.contains($0) }
    }
  }
}
