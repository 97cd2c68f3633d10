import UsageModel

/// A source and the days of which it has delivered something.
struct DeliveredSource {
  let name: String
  let traffic: String
  /// Whether the days are asked for, not read from files.
  let isPulled: Bool
  let days: Set<CalendarDay>
  let daysWithUsage: Set<CalendarDay>
  let first: CalendarDay
  let newest: CalendarDay
  private let until: CalendarDay?
  private let openDays: Set<CalendarDay>

  /// A day on which a service had nothing counts as delivered only between days on which it had
  /// something: before its first usage and after its last, silence is not known to be zero.
  /// - Parameters:
  ///   - ledger: Of this source.
  ///   - askedOn: When it was last asked for each of its days; files name none.
  /// - Returns: nil where nothing was delivered that counts.
  init?(
    _ source: CacheRules.Source, ledger: [LedgerDay], askedOn: [CalendarDay: CalendarDay],
    lookback: Int
  ) {
    let ledger = ledger.filter { source.counts(on: $0.day) }
    let delivered = source.isPulled ? ledger.filter { !$0.receipt.isEmpty } : ledger
    guard let first = delivered.map(\.day).min(), let newest = delivered.map(\.day).max() else {
      return nil
    }
    name = source.name
    traffic = source.counts
    isPulled = source.isPulled
    days = Set(ledger.lazy.map(\.day).filter { first <= $0 && $0 <= newest })
    daysWithUsage = Set(ledger.lazy.filter { $0.receipt.rows > 0 }.map(\.day))
    self.first = first
    self.newest = newest
    until = source.until
    let hasEnded = source.until.map { newest >= $0 } ?? false
    openDays = days.filter { day in
      if source.isPulled, let askedOn = askedOn[day] {
        return isProvisional(day, askedOn: askedOn, lookback: lookback)
      }
      return day == newest && !hasEnded
    }
  }

  /// Whether the source had begun and had not ended.
  func isExpected(on day: CalendarDay) -> Bool {
    first <= day && (until.map { day <= $0 } ?? true)
  }

  /// Whether late records of a day were expected when it was last delivered.
  func mayChange(_ day: CalendarDay) -> Bool { openDays.contains(day) }

  /// How far the source itself has a day.
  func status(of day: CalendarDay) -> DayStatus {
    guard days.contains(day) else { return .missing }
    return mayChange(day) ? .provisional : .received
  }
}
