/// Why a text is not a time we accept.
package enum TimeProblem: Error, Hashable {
  case notTime
  /// Outside 1970 to 2099.
  case yearOutOfRange
}

/// A date, or a date and time of day, as a record writes it.
package struct WrittenTime: Hashable {
  package let day: CalendarDay
  /// Of 100 nanoseconds; nil where only a date is written.
  package private(set) var ticksOfDay: Int64?
  /// Seconds that the written time is ahead of UTC; nil where no zone is written.
  package private(set) var offset: Int?

  /// Reads `YYYY-MM-DD[(T| )HH:MM:SS[.1–7 digits][Z|±HH:MM|±HHMM]]`.
  package init(_ text: UnsafeRawBufferPointer) throws(TimeProblem) {
    var scanner = DigitScanner(text: text)
    guard let year = scanner.number(digits: 4), scanner.skip("-"),
      let month = scanner.number(digits: 2), scanner.skip("-"),
      let date = scanner.number(digits: 2),
      let day = CalendarDay(year: max(year, 1), month: month, day: date)
    else { throw .notTime }
    self.day = day
    if !scanner.isAtEnd {
      guard scanner.skip("T") || scanner.skip(" "),
        let hour = scanner.number(digits: 2), hour < 24, scanner.skip(":"),
        let minute = scanner.number(digits: 2), minute < 60, scanner.skip(":"),
        let second = scanner.number(digits: 2), second < 60,
        let fraction = scanner.fractionTicks()
      else { throw .notTime }
      let seconds = Int64(hour * 3600 + minute * 60 + second)
      ticksOfDay = seconds * Timestamp.ticksPerSecond + fraction
      if !scanner.isAtEnd {
        guard let offset = scanner.zoneOffset(), scanner.isAtEnd else { throw .notTime }
        self.offset = offset
      }
    }
    guard (1970...2099).contains(year) else { throw .yearOutOfRange }
  }

  /// The wall clock's ticks since 1970, before any offset; a date alone is its midnight.
  package var localTicks: Int64 {
    Int64(day.daysSince1970) * 86_400 * Timestamp.ticksPerSecond + (ticksOfDay ?? 0)
  }

  /// The moment it names with an offset of `offset` seconds.
  package func moment(offset: Int) -> Timestamp {
    Timestamp(ticks: localTicks - Int64(offset) * Timestamp.ticksPerSecond)
  }
}

private struct DigitScanner {
  let text: UnsafeRawBufferPointer
  private var position = 0

  init(text: UnsafeRawBufferPointer) {
    self.text = text
  }

  var isAtEnd: Bool { position == text.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < text.count, UInt32(text[position]) == character.value else { return false }
    position += 1
    return true
  }

  mutating func number(digits count: Int) -> Int? {
    guard text.count - position >= count else { return nil }
    var number = 0
    for index in position..<(position + count) {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    position += count
    return number
  }

  /// 0 where there is no fraction; nil where it has no digits, or more than ticks can hold.
  mutating func fractionTicks() -> Int64? {
    guard skip(".") else { return 0 }
    var ticks = 0
    var count = 0
    while let digit = number(digits: 1) {
      ticks = ticks * 10 + digit
      count += 1
      if count > 7 { return nil }
    }
    if count == 0 { return nil }
    while count < 7 {
      ticks *= 10
      count += 1
    }
    return Int64(ticks)
  }

  mutating func zoneOffset() -> Int? {
    if skip("Z") { return 0 }
    let isBehind = skip("-")
    guard isBehind || skip("+"), let hours = number(digits: 2), hours < 24 else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return (isBehind ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
