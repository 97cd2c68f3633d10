import GRDB
import UsageModel

extension Snapshot {
  /// The sources that ever delivered, in byte order.
  package func sources() throws -> [String] {
    try read { try StoredUsage($0).sources() }
  }

  /// What is stored of each day, ordered by source and day.
  package func ledger() throws -> [LedgerDay] {
    try read { try StoredUsage($0).ledger() }
  }

  /// Hands over the usage of each day in turn; a day without any is handed over empty.
  package func forEachDay(
    in days: ClosedRange<CalendarDay>, _ body: (DayUsage) throws -> Void
  ) throws {
    try read { database in
      let stored = try StoredDays(database)
      for day in days { try body(try stored.namedUsage(of: day)) }
    }
  }

  /// One consistent view of the file, whatever another program writes meanwhile.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try translatingErrors(at: path) { try queue.read(body) }
  }
}
