import GRDB
import UsageModel

extension Snapshot {
  /// Replaces whole days of a window by what a service answered, all of them or none.
  ///
  /// A day of the window that the answer does not name is empty and is stored so. A day that is
  /// stored exactly so already is left alone. A refused window is entered into the ledger of pulls,
  /// and changes nothing else; where it is a single day, it is done in its backfill.
  /// - Parameter read: Hands over the answer batch by batch; what it throws is passed on, and
  ///   nothing changes.
  /// - Returns: What happened to the days of the window, the empty ones among them.
  /// - Throws: ``SnapshotError``, or what `read` throws.
  package func storePull(
    _ window: PullWindow, facts: PullFacts,
    read: (_ receive: (UsageBatch) throws -> Void) throws -> UsageReceipt
  ) throws -> ImportOutcome {
    try translatingErrors(at: path) {
      try queue.writeWithoutTransaction { database in
        var refused: [CalendarDay: DayReceipt] = [:]
        var outcome = ImportOutcome()
        do {
          try database.inTransaction(.immediate) {
            let answer = try StagedAnswer(database, source: window.source, read: read)
            outcome = answer.outcome
            let receipt = try window.receipt(answer)
            let replacement = try DayReplacement(database, answer)
            let losses = window.losses(in: receipt.days, stored: replacement.stored)
            guard losses.isEmpty else {
              refused = receipt.days
              throw SnapshotError.pullLosesData(source: window.source, losses: losses)
            }
            try replacement.run(receipt, &outcome)
            try replacement.recordIgnored()
            try SkippedReplacement(database, source: answer.sourceNumber, receipt: receipt).run()
            try FileLedger(database, source: answer.sourceNumber)
              .record([], days: receipt.days.keys)
            let ledger = PullLedger(database, source: answer.sourceNumber, window, facts)
            try ledger.enter(outcome, stored: replacement.stored)
            try ledger.enterBackfill()
            try ledger.enterPull(receipt.days, state: outcome.isChange ? .stored : .unchanged)
            try answer.staged.drop()
            return .commit
          }
        } catch let error as SnapshotError where !refused.isEmpty {
          try database.inTransaction(.immediate) {
            let number = try number(ofSource: window.source, in: database)
            let ledger = PullLedger(database, source: number, window, facts)
            // A day that was refused alone is judged. The days of a longer window are asked for one
            // by one.
            if window.days.count == 1 { try ledger.enterBackfill() }
            try ledger.enterPull(refused, state: .refused)
            return .commit
          }
          throw error
        }
        return outcome
      }
    }
  }
}

extension PullWindow {
  /// The answer's receipt with the days named that had nothing.
  /// - Throws: ``SnapshotError`` where usage came of a day that the receipt or the window does not
  ///   name.
  fileprivate func receipt(_ answer: StagedAnswer) throws -> UsageReceipt {
    let daysWithUsage = Set(try answer.staged.days())
    if let unnamed = daysWithUsage.filter({ answer.receipt.days[$0] == nil }).min() {
      throw SnapshotError.dayWithoutReceipt(source: source, day: unnamed)
    }
    if let stray = answer.receipt.days.keys.sorted().first(where: { !days.contains($0) }) {
      throw SnapshotError.dayNotAsked(source: source, day: stray)
    }
    var receipt = answer.receipt
    for day in days where !daysWithUsage.contains(day) && receipt.days[day]?.isEmpty != false {
      receipt.days[day] = .empty(day)
    }
    return receipt
  }
}

extension DayReceipt {
  var isEmpty: Bool { rows == 0 && tokens == 0 }

  /// Nothing happened on an empty day, so its first and last moment are only there to be the same
  /// each time: midnight in UTC.
  static func empty(_ day: CalendarDay) -> DayReceipt {
    let midnight = Timestamp(
      ticks: Int64(day.daysSince1970) * 86_400 * Timestamp.ticksPerSecond)
    return DayReceipt(rows: 0, tokens: 0, first: midnight, last: midnight)
  }
}
