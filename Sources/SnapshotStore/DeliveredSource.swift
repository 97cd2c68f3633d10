import UsageModel

/// A source and the days of which it has delivered something.
struct DeliveredSource {
  let name: String
  let traffic: String
  /// Whether the days are asked for, not read from files.
  let isPulled: Bool
  let days: Set<CalendarDay>
  let first: CalendarDay
  let newest: CalendarDay
  private let until: CalendarDay?
  /// From which day on late records are expected.
  private let openFrom: CalendarDay

  /// A day on which a service had nothing counts as delivered only between days on which it had
  /// something: before its first usage and after its last, silence is not known to be zero.
  /// - Parameters:
  ///   - ledger: Of this source.
  ///   - askedOn: When the source was last asked for its newest day; nil for files.
  /// - Returns: nil where nothing was delivered.
  init?(
    _ source: CacheRules.Source, ledger: [LedgerDay], askedOn: CalendarDay?, lookback: Int
  ) {
    let withUsage = source.isPulled ? ledger.filter { !$0.receipt.isEmpty } : ledger
    guard let first = withUsage.map(\.day).min(), let newest = withUsage.map(\.day).max() else {
      return nil
    }
    name = source.name
    traffic = source.counts
    isPulled = source.isPulled
    days = Set(ledger.lazy.map(\.day).filter { first <= $0 && $0 <= newest })
    self.first = first
    self.newest = newest
    until = source.until
    if source.isPulled, let askedOn {
      openFrom = askedOn.advanced(by: -lookback)
    } else {
      let hasEnded = source.until.map { newest >= $0 } ?? false
      openFrom = hasEnded ? newest.advanced(by: 1) : newest
    }
  }

  /// Whether the source had begun and had not ended.
  func isExpected(on day: CalendarDay) -> Bool {
    first <= day && (until.map { day <= $0 } ?? true)
  }

  /// - Parameter day: One that was delivered.
  func mayChange(_ day: CalendarDay) -> Bool { day >= openFrom }

  /// How far the source itself has a day.
  func status(of day: CalendarDay) -> DayStatus {
    guard days.contains(day) else { return .missing }
    return mayChange(day) ? .provisional : .received
  }
}
