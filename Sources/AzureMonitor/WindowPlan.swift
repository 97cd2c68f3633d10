import UsageModel

/// Cuts the days of a pull into windows, as long as answers stay small.
package struct WindowPlan: Sendable {
  /// Rows of an answer that are worth their memory; the service's limit is five times as high.
  private static let rowsWanted = 100_000
  /// Queries that the service computes at once for one identity.
  private static let mostAtOnce = 5

  private var rest: ArraySlice<CalendarDay>
  /// Asked before, to be asked again in parts: the next is the last.
  private var again: [ClosedRange<CalendarDay>] = []
  private let firstOpenDay: CalendarDay
  private var mostRowsADay: Int?
  private var longest = 31

  package init(_ pull: PullDays) {
    rest = pull.days[...]
    firstOpenDay = pull.firstOpenDay
  }

  /// The next days to ask for; nil where all have been handed out.
  package mutating func next() -> ClosedRange<CalendarDay>? {
    if let days = again.popLast() { return days }
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

  /// Takes notice of how many rows the largest day of an answer had.
  package mutating func learn(mostRowsADay rows: Int) {
    mostRowsADay = max(mostRowsADay ?? 0, rows)
  }

  /// Days that were too much at once come again in two windows, and later ones are shorter.
  package mutating func putBack(halvesOf days: ClosedRange<CalendarDay>) {
    let half = max(1, days.count / 2)
    longest = min(longest, half)
    let middle = days.lowerBound.advanced(by: half)
    again.append(middle...days.upperBound)
    again.append(days.lowerBound...middle.advanced(by: -1))
  }

  package mutating func putBack(eachOf days: ClosedRange<CalendarDay>) {
    again += days.reversed().map { $0...$0 }
  }

  /// How many answers may be in memory at once.
  package var windowsAtOnce: Int {
    max(1, min(Self.mostAtOnce, Self.mostAtOnce * Self.rowsWanted / max(mostRowsADay ?? 1, 1)))
  }

  /// The first windows are of one day, until an answer has told how many rows a day has.
  private var daysAtOnce: Int {
    guard let mostRowsADay else { return 1 }
    return max(1, min(longest, Self.rowsWanted / max(mostRowsADay, 1)))
  }
}
