/// A moment in UTC, exact to the 7 fraction digits that Azure Monitor writes.
package struct Timestamp: Hashable, Sendable {
  /// Ticks of 100 nanoseconds since 1970-01-01T00:00:00Z.
  package let ticks: Int64

  package static let ticksPerSecond: Int64 = 10_000_000

  package init(ticks: Int64) {
    self.ticks = ticks
  }

  /// Whole seconds since 1970, rounded down.
  package var seconds: Int {
    let ticksPerSecond = Timestamp.ticksPerSecond
    let quotient = ticks / ticksPerSecond
    return Int(ticks % ticksPerSecond < 0 ? quotient - 1 : quotient)
  }

  /// The calendar day in UTC.
  package var utcDay: CalendarDay {
    CalendarDay(daysSince1970: floorDivide(seconds, 86_400))
  }
}

extension Timestamp: Comparable {
  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.ticks < right.ticks }
}

extension Timestamp: CustomStringConvertible {
  /// To the second: `2026-10-31T22:59:59Z`.
  package var description: String {
    let secondOfDay = seconds - floorDivide(seconds, 86_400) * 86_400
    let clock = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
    return "\(utcDay)T" + clock.map { padded($0, to: 2) }.joined(separator: ":") + "Z"
  }
}

func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
