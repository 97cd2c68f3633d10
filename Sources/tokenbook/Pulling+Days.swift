import AzureMonitor
import SnapshotStore
import UsageModel

extension Pulling {
  /// The days of a source that are to be asked for, and the range that is remembered until all of its
  /// days are done: what `--from` and `--to` name, or a first pull.
  func days(
    of source: ServiceSource, queryHash: String, in snapshot: Snapshot
  ) throws -> (days: PullDays, backfill: ClosedRange<CalendarDay>?) {
    let lookback = workbook.settings.lookback
    if let range {
      let outside = range.filter { !source.delivers($0) }
      if let first = outside.first {
        workbook.console.note(
          "\(source.name): \(outside.count) days from \(first) on are outside its 'from:' and "
            + "'until:', and are not asked for")
      }
      let left = try snapshot.daysLeft(
        ofBackfill: range, of: source.name, queryHash: queryHash, lookback: lookback,
        today: today
      ).filter(source.delivers)
      if left.count + outside.count < range.count {
        workbook.console.note(
          "\(source.name): going on with \(range.lowerBound) to \(range.upperBound), "
            + "\(left.count) days are left")
      }
      return (PullDays(left, today: today, lookback: lookback), range)
    }
    let pulled = try snapshot.pulledDays(of: source.name)
    let again = acceptsLess.filter { $0 < today && source.delivers($0) }
    let days = PullDays(
      today: today, lookback: lookback, from: source.from, until: source.until,
      stored: pulled.stored, open: again.union(pulled.open(lookback: lookback)),
      newestWithUsage: pulled.newestWithUsage, unfinishedFrom: pulled.unfinishedFrom)
    guard pulled.stored.isEmpty, let first = days.days.first, let last = days.days.last else {
      return (days, nil)
    }
    return (days, first...last)
  }
}

extension ServiceSource {
  /// Whether a day lies between `from:` and `until:`.
  fileprivate func delivers(_ day: CalendarDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}
