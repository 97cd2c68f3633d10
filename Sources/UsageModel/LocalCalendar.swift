import Foundation

/// What a day is: the calendar of one time zone, with its 23- and 25-hour days.
///
/// The zone's offsets are read once into a table, because asking `TimeZone` for every record costs
/// a hundred times more than looking one up.
package struct LocalCalendar: Sendable {
  /// The IANA name, such as `Europe/Berlin`.
  package let identifier: String
  /// Offset changes in time order: from `fromSecond` (UTC, since 1970) on, `offset` seconds are
  /// added to get local time.
  private let transitions: [(fromSecond: Int, offset: Int)]

  /// - Returns: nil where no time zone has this name.
  package init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier), isName(identifier, of: zone) else {
      return nil
    }
    self.identifier = identifier
    let begin = Date(timeIntervalSince1970: 0)
    let end = Date(timeIntervalSince1970: 4_102_444_800)  // 2100-01-01, the last year we accept
    var transitions = [(fromSecond: Int.min, offset: zone.secondsFromGMT(for: begin))]
    var date = begin
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next < end {
      transitions.append((Int(next.timeIntervalSince1970), zone.secondsFromGMT(for: next)))
      date = next
    }
    self.transitions = transitions
  }

  /// The local day that holds a moment.
  package func day(of moment: Timestamp) -> CalendarDay {
    let second = moment.seconds
    return CalendarDay(daysSince1970: floorDivide(second + offset(atUTC: second), 86_400))
  }

  /// Seconds to add to a UTC second to get local time.
  package func offset(atUTC second: Int) -> Int {
    var low = 0
    var high = transitions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle].fromSecond <= second { low = middle } else { high = middle }
    }
    return transitions[low].offset
  }

  /// The moment a local day begins, at midnight or, where the clock skips that, right after.
  package func start(of day: CalendarDay) -> Timestamp {
    moment(localTicks: Int64(day.daysSince1970) * 86_400 * Timestamp.ticksPerSecond)
  }

  /// The moment a local wall-clock time names; in the hour that occurs twice, the earlier one.
  ///
  /// A time that the clock skips is read with the offset before the change: 02:30 is an hour and a
  /// half after 01:00 whatever the clock did.
  package func moment(localTicks: Int64) -> Timestamp {
    let localSecond = Timestamp(ticks: localTicks).seconds
    // No zone is more than 14 hours from UTC, so this is the offset before any change that the
    // local time could be near.
    let before = offset(atUTC: localSecond - 86_400)
    let after = offset(atUTC: localSecond - before)
    let isAfterChange = offset(atUTC: localSecond - after) == after
    let used = isAfterChange ? after : before
    return Timestamp(ticks: localTicks - Int64(used) * Timestamp.ticksPerSecond)
  }
}

/// Whether an identifier is an IANA name, which `knownTimeZoneIdentifiers` lists only in part
/// (`Asia/Calcutta` and not `Asia/Kolkata`), and not a fixed offset such as `GMT+1`.
private func isName(_ identifier: String, of zone: TimeZone) -> Bool {
  if ["UTC", "GMT"].contains(identifier) { return true }
  return zone.identifier == identifier && !identifier.hasPrefix("GMT")
}
