import UsageModel

/// Which days the sources have delivered, from the first data to the last day on any page.
struct DataCalendar {
  let asOf: CalendarDay?
  let firstDay: CalendarDay?
  let newestDay: CalendarDay?
  /// The sources that have delivered anything, in the order of the workbook.
  let sources: [DeliveredSource]
  /// In the order of their first sources.
  private let traffics: [Traffic]
  private let everySourceCounts: Bool

  /// - Parameter askedOn: By source and day, when it was last asked for.
  init(
    ledger: [LedgerDay], askedOn: [String: [CalendarDay: CalendarDay]] = [:], rules: CacheRules
  ) {
    let daysBySource = Dictionary(grouping: ledger, by: \.source)
    sources = rules.sources.compactMap { source in
      DeliveredSource(
        source, ledger: daysBySource[source.name] ?? [], askedOn: askedOn[source.name] ?? [:],
        lookback: rules.lookback)
    }
    traffics = Traffic.all(of: sources)
    let leavesDaysOut = rules.sources.contains { source in
      daysBySource[source.name]?.contains { !source.counts(on: $0.day) } ?? false
    }
    everySourceCounts = traffics.count == sources.count && !leavesDaysOut
    firstDay = sources.map(\.first).min()
    newestDay = sources.map(\.newest).max()
    asOf = rules.asOf ?? newestDay
  }

  /// Empty where there is no data up to `asOf`.
  var days: [CalendarDay] {
    guard let firstDay, let asOf, firstDay <= asOf else { return [] }
    return Array(firstDay...asOf)
  }

  func status(of day: CalendarDay) -> DayStatus {
    let counting = traffics.compactMap { $0.countingSource(on: day) }
    if counting.isEmpty { return .missing }
    if traffics.contains(where: { $0.isMissing(on: day) }) { return .partial }
    return counting.contains { $0.mayChange(day) } ? .provisional : .received
  }

  /// The sources that should have a day and lack it, in the order of the workbook. A source is not
  /// missed where another one has the same traffic.
  func sourcesMissing(on day: CalendarDay) -> [String] {
    let missing = Set(traffics.filter { $0.isMissing(on: day) }.map(\.name))
    return sources.filter { missing.contains($0.traffic) && $0.isExpected(on: day) }.map(\.name)
  }

  /// Whether any two sources have the same traffic.
  var hasAlternatives: Bool { traffics.count < sources.count }

  /// The sources whose usage of a day adds up. nil where that is every source.
  func countingSources(on day: CalendarDay) -> Set<String>? {
    guard !everySourceCounts else { return nil }
    return Set(traffics.compactMap { $0.countingSource(on: day)?.name })
  }

  func countingSource(ofTraffic traffic: String, on day: CalendarDay) -> DeliveredSource? {
    traffics.first { $0.name == traffic }?.countingSource(on: day)
  }
}

/// The sources that have the same traffic, in the order of the workbook: each is an alternative for
/// the others, and for a day the first that has usage counts. Where none has, it is the first that has
/// the day: one that is silent must not hide another that is not.
private struct Traffic {
  let name: String
  let sources: [DeliveredSource]

  static func all(of sources: [DeliveredSource]) -> [Traffic] {
    var names: [String] = []
    for source in sources where !names.contains(source.traffic) { names.append(source.traffic) }
    return names.map { name in
      Traffic(name: name, sources: sources.filter { $0.traffic == name })
    }
  }

  func countingSource(on day: CalendarDay) -> DeliveredSource? {
    sources.first { $0.daysWithUsage.contains(day) } ?? sources.first { $0.days.contains(day) }
  }

  func isMissing(on day: CalendarDay) -> Bool {
    countingSource(on: day) == nil && sources.contains { $0.isExpected(on: day) }
  }
}
