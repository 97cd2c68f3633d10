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

  private static let longestSilence = 62

  /// What a nightly pull asks for: every day that is not stored yet, and again those that could
  /// still change when they were asked for last. So every day is asked for once more after it is
  /// closed, however many nights were missed.
  /// - Parameters:
  ///   - today: The local day on which the pull runs; the last that is asked for is the one before.
  ///   - stored: Days that the snapshot has of the source.
  ///   - open: Those of them that could still change when they were asked for.
  ///   - newestWithUsage: Silence is never closed: days after it are asked for again, two months back.
  ///   - unfinishedFrom: The first day of a first pull that has not come to its end.
  package init(
    today: CalendarDay, lookback: Int, from: CalendarDay?, until: CalendarDay?,
    stored: Set<CalendarDay>, open: Set<CalendarDay>, newestWithUsage: CalendarDay?,
    unfinishedFrom: CalendarDay? = nil
  ) {
    let usualStart = stored.min() ?? today.advanced(by: -Self.firstPull)
    let start = from ?? min(usualStart, unfinishedFrom ?? usualStart)
    let last = min(today.advanced(by: -1), until ?? today)
    firstOpenDay = today.advanced(by: -lookback)
    let firstOpenDay = firstOpenDay
    let firstSilentDay = max(
      today.advanced(by: -Self.longestSilence),
      (newestWithUsage ?? today.advanced(by: -Self.longestSilence)).advanced(by: 1))
    days =
      start > last
      ? []
      : (start...last).filter {
        !stored.contains($0) || open.contains($0) || $0 >= firstOpenDay || $0 >= firstSilentDay
      }
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
