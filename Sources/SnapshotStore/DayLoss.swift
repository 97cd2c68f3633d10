import UsageModel

/// A day of which a service now has less than it had.
package struct DayLoss: Hashable, Sendable {
  package let day: CalendarDay
  package let storedRows: Int64
  package let storedTokens: Int64
  package let newRows: Int64
  package let newTokens: Int64

  package init(
    day: CalendarDay, storedRows: Int64, storedTokens: Int64, newRows: Int64, newTokens: Int64
  ) {
    self.day = day
    self.storedRows = storedRows
    self.storedTokens = storedTokens
    self.newRows = newRows
    self.newTokens = newTokens
  }

  var words: String {
    let stored = "\(counted(storedRows, "record")) and \(counted(storedTokens, "token"))"
    return newRows == 0 && newTokens == 0
      ? "\(day) is empty now, \(stored) are stored"
      : "\(day) has \(counted(newRows, "record")) and \(counted(newTokens, "token")), "
        + "\(stored) are stored"
  }
}

private func counted(_ count: Int64, _ noun: String) -> String {
  "\(groupedDigits(count)) \(noun)\(count == 1 ? "" : "s")"
}

extension PullWindow {
  /// The days whose answer must not take the place of what is stored: a day that had usage and has
  /// none any more, and a day that is no longer provisional and holds less.
  func losses(
    in answer: [CalendarDay: DayReceipt], stored: [CalendarDay: LedgerDay]
  ) -> [DayLoss] {
    days.compactMap { day in
      guard let before = stored[day]?.receipt, let new = answer[day], !acceptsLess.contains(day)
      else { return nil }
      let vanishes = new.isEmpty && !before.isEmpty
      let shrinks = new.rows < before.rows || new.tokens < before.tokens
      guard vanishes || (shrinks && !isProvisional(day)) else { return nil }
      return DayLoss(
        day: day, storedRows: before.rows, storedTokens: before.tokens, newRows: new.rows,
        newTokens: new.tokens)
    }
  }
}
