import UsageModel

/// Which days of a file count, and which it speaks of at all.
struct DaySelection {
  /// The first day that counts; nil is any.
  let since: CalendarDay?
  /// The days that count from then on; nil is all.
  var only: Set<CalendarDay>?
  private(set) var daysOfFile: Set<CalendarDay> = []
  /// Records of one day follow each other.
  private var last: (day: CalendarDay, counts: Bool)?

  init(since: CalendarDay? = nil) {
    self.since = since
  }

  mutating func beginFile() {
    daysOfFile = []
    last = nil
  }

  /// nil where the file speaks of no day.
  var firstToLastOfFile: ClosedRange<CalendarDay>? {
    guard let first = daysOfFile.min(), let last = daysOfFile.max() else { return nil }
    return first...last
  }

  /// - Returns: Whether a record of the day counts.
  mutating func takes(_ day: CalendarDay) -> Bool {
    if let last, last.day == day { return last.counts }
    daysOfFile.insert(day)
    let isLate = since.map { day >= $0 } ?? true
    let counts = isLate && (only?.contains(day) ?? true)
    last = (day, counts)
    return counts
  }
}
