import UsageModel

/// Which days a pull asks for.
package struct PullDays: Hashable, Sendable {
  /// In order.
  package let days: [CalendarDay]
  /// Days from here on may still change; each is asked for by itself, so that an answer that is
  /// refused holds up no other day.
  package let firstOpenDay: CalendarDay

  /// How many days are asked for at first: within the retention that services have by default, so
  /// that no day is cut off by it.
  package static let firstPull = 28

  /// What a nightly pull asks for: every day that is not stored yet, and again those that could
  /// still change when they were asked for last. So every day is asked for once more after it is
  /// closed, however many nights were missed.
  /// - Parameters:
  ///   - today: The local day on which the pull runs; the last that is asked for is the one before.
  ///   - stored: Days that the snapshot has of the source.
  ///   - open: Those of them that could still change when they were asked for.
  package init(
    today: CalendarDay, lookback: Int, from: CalendarDay?, until: CalendarDay?,
    stored: Set<CalendarDay>, open: Set<CalendarDay>
  ) {
    let usualStart = stored.min() ?? today.advanced(by: -Self.firstPull)
    let start = from ?? usualStart
    let last = min(today.advanced(by: -1), until ?? today)
    firstOpenDay = today.advanced(by: -lookback)
    let firstOpenDay = firstOpenDay
    days =
      start > last
      ? []
      : (start...last).filter { !stored.contains($0) || open.contains($0) || $0 >= firstOpenDay }
  }

  /// What `--from` and `--to` ask for.
  /// - Parameter days: Without those that a pull had done before it was interrupted.
  package init(
    _ days: [CalendarDay], today: CalendarDay, lookback: Int
  ) {
    firstOpenDay = today.advanced(by: -lookback)
    self.days = days
  }
}

/// Cuts the days of a pull into windows, as long as answers stay small.
package struct WindowPlan: Sendable {
  /// Rows of an answer that are worth their memory; the service's limit is five times as high.
  private static let rowsWanted = 100_000
  private static let longest = 31

  private var rest: ArraySlice<CalendarDay>
  private let firstOpenDay: CalendarDay
  private var mostRowsADay: Int?

  package init(_ pull: PullDays) {
    rest = pull.days[...]
    firstOpenDay = pull.firstOpenDay
  }

  /// The next days to ask for; nil where all have been handed out.
  package mutating func next() -> ClosedRange<CalendarDay>? {
    guard let first = rest.popFirst() else { return nil }
    var last = first
    while last.distance(to: firstOpenDay) > 1, let day = rest.first,
      day == last.advanced(by: 1), first.distance(to: day) < daysAtOnce
    {
      last = day
      rest.removeFirst()
    }
    return first...last
  }

  /// Takes notice of how many rows an answer had.
  package mutating func learn(rows: Int, of days: ClosedRange<CalendarDay>) {
    mostRowsADay = max(mostRowsADay ?? 0, rows / days.count)
  }

  /// The first windows are of one day, until an answer has told how many rows a day has.
  private var daysAtOnce: Int {
    guard let mostRowsADay else { return 1 }
    return max(1, min(Self.longest, Self.rowsWanted / max(mostRowsADay, 1)))
  }
}
