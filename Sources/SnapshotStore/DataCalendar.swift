import UsageModel

/// Which days the sources have delivered, from the first data to the last day on any page.
struct DataCalendar {
  /// One source's days.
  private struct Delivery {
    let source: String
    let until: CalendarDay?
    let days: Set<CalendarDay>
    let first: CalendarDay
    let newest: CalendarDay

    var hasEnded: Bool { until.map { newest >= $0 } ?? false }

    /// Whether the source had begun and had not ended.
    func isExpected(on day: CalendarDay) -> Bool {
      first <= day && (until.map { day <= $0 } ?? true)
    }
  }

  let asOf: CalendarDay?
  let firstDay: CalendarDay?
  let newestDay: CalendarDay?
  private let deliveries: [Delivery]

  init(ledger: [LedgerDay], rules: CacheRules) {
    let daysBySource = Dictionary(grouping: ledger, by: \.source).mapValues { $0.map(\.day) }
    deliveries = rules.sources.compactMap { source in
      guard let days = daysBySource[source.name], let first = days.min(), let newest = days.max()
      else { return nil }
      return Delivery(
        source: source.name, until: source.until, days: Set(days), first: first, newest: newest)
    }
    firstDay = deliveries.map(\.first).min()
    newestDay = deliveries.map(\.newest).max()
    asOf = rules.asOf ?? newestDay
  }

  /// Empty where there is no data up to `asOf`.
  var days: [CalendarDay] {
    guard let firstDay, let asOf, firstDay <= asOf else { return [] }
    return Array(firstDay...asOf)
  }

  func status(of day: CalendarDay) -> DayStatus {
    let having = deliveries.filter { $0.days.contains(day) }
    if having.isEmpty { return .missing }
    if !sourcesMissing(on: day).isEmpty { return .partial }
    return having.contains { $0.newest == day && !$0.hasEnded } ? .provisional : .received
  }

  /// The sources that should have a day and lack it, in the order of the workbook.
  func sourcesMissing(on day: CalendarDay) -> [String] {
    deliveries.filter { $0.isExpected(on: day) && !$0.days.contains(day) }.map(\.source)
  }
}
