import GRDB
import UsageModel

/// Writes what each source has delivered, in all and day by day.
struct PullRows {
  let database: Database
  let calendar: DataCalendar
  private let ledger: [SourceAndDay: LedgerDay]
  private let pulled: [SourceAndDay: StoredPulledDay]

  private struct SourceAndDay: Hashable {
    let source: String
    let day: CalendarDay
  }

  init(
    _ database: Database, calendar: DataCalendar, ledger: [LedgerDay], pulled: [StoredPulledDay]
  ) {
    self.database = database
    self.calendar = calendar
    self.ledger = Dictionary(
      ledger.map { (SourceAndDay(source: $0.source, day: $0.day), $0) }
    ) { first, _ in first }
    self.pulled = Dictionary(
      pulled.map { (SourceAndDay(source: $0.source, day: $0.day), $0) }
    ) { first, _ in first }
  }

  func write() throws {
    try writeSources()
    try writeDays()
  }

  /// One row per source that has delivered anything up to the last day on any page.
  private func writeSources() throws {
    guard let asOf = calendar.asOf else { return }
    let add = try RepeatedStatement(
      database,
      """
      INSERT INTO stored_pull (source, first_day, last_day, row_count, last_ingested, state, asked_to)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    let lastAsked = Dictionary(pulled.keys.map { ($0.source, $0.day) }, uniquingKeysWith: max)
    for source in calendar.sources {
      let days = source.days.filter { $0 <= asOf }
      guard let first = days.min(), let last = days.max() else { continue }
      let places = days.map { SourceAndDay(source: source.name, day: $0) }
      let receipts = places.compactMap { ledger[$0]?.receipt }
      guard let rows = Int64(exactly: receipts.reduce(Int128(0)) { $0 + Int128($1.rows) }) else {
        throw SnapshotError.amountsTooLarge
      }
      let newest =
        places.compactMap { pulled[$0]?.lastIngested }.max()
        ?? receipts.filter { !$0.isEmpty }.map(\.last).max() ?? receipts.map(\.last).max()
      try add.run([
        .text(source.name), .text(first.description), .text(last.description), .integer(rows),
        .text(newest?.description ?? ""), .text(source.isPulled ? "pulled" : "imported"),
        .optional(source.isPulled ? lastAsked[source.name]?.description : nil),
      ])
    }
  }

  /// One row per day and source that should have it or has it.
  private func writeDays() throws {
    let add = try RepeatedStatement(
      database, "INSERT INTO stored_pull_day VALUES (\(places(12)))")
    for day in calendar.days {
      let counting = calendar.countingSources(on: day)
      for source in calendar.sources
      where source.days.contains(day) || source.isExpected(on: day) {
        let place = SourceAndDay(source: source.name, day: day)
        let isDelivered = source.days.contains(day)
        let counts = isDelivered && counting?.contains(source.name) != false
        let receipt = ledger[place]?.receipt
        let pull = pulled[place]
        try add.run([
          .text(day.description), .text(source.name), .text(source.traffic),
          .integer(counts ? 1 : 0), .text(source.status(of: day).rawValue),
          .integer(receipt?.rows ?? 0), .integer(receipt?.tokens ?? 0),
          .optional(pull?.askedOn.description), .optional(pull?.revision?.on.description),
          .optional(pull?.revision?.rowsBefore), .optional(pull?.revision?.tokensBefore),
          .optional(pull?.lastIngested?.description),
        ])
      }
    }
  }
}
