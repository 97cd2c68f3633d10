import GRDB
import UsageModel

/// Puts staged days in the place of stored ones.
struct DayReplacement {
  private let database: Database
  private let source: String
  private let sourceNumber: Int64
  private let staged: StagedUsage
  private let stored: [CalendarDay: LedgerDay]

  init(_ database: Database, source: String, sourceNumber: Int64, staged: StagedUsage) throws {
    self.database = database
    self.source = source
    self.sourceNumber = sourceNumber
    self.staged = staged
    let ledger = try StoredUsage(database).ledger().filter { $0.source == source }
    stored = Dictionary(ledger.map { ($0.day, $0) }) { first, _ in first }
  }

  /// - Throws: ``SnapshotError`` where the answer is incomplete or would lose something.
  func check(_ receipt: UsageReceipt, permitLoss: Bool) throws {
    for day in try staged.days() where receipt.days[day] == nil {
      throw SnapshotError.dayWithoutReceipt(source: source, day: day)
    }
    guard !permitLoss else { return }
    let losing = receipt.days.filter { day, new in
      stored[day].map { new.loses(from: $0.receipt) } ?? false
    }
    guard losing.isEmpty else {
      throw SnapshotError.losesData(source: source, days: losing.keys.sorted())
    }
  }

  func run(_ receipt: UsageReceipt, _ outcome: inout ImportOutcome) throws {
    let digests = try DayDigests(staged)
    let deleting = try deleting.map { try RepeatedStatement(database, $0) }
    let addPoint = try RepeatedStatement(
      database, "INSERT INTO point VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let addOthers = try RepeatedStatement(
      database, "INSERT INTO other_point SELECT * FROM temp.staged_other WHERE day = ?")
    let enter = try RepeatedStatement(
      database, "INSERT OR REPLACE INTO ledger_day VALUES (?, ?, ?, ?, ?, ?, ?)")

    for (day, new) in receipt.days.sorted(by: { $0.key < $1.key }) {
      let points = try staged.points(of: day)
      let digest = try digests.digest(of: day, new, points)
      guard stored[day]?.digest != digest else {
        outcome.daysUnchanged.append(day)
        continue
      }
      let dayNumber = StoredValue.integer(Int64(day.daysSince1970))
      if stored[day] == nil {
        outcome.daysAdded.append(day)
      } else {
        for statement in deleting { try statement.run([dayNumber, .integer(sourceNumber)]) }
        outcome.daysReplaced.append(day)
      }
      try addPoint.insert(points, day: day)
      try addOthers.run([dayNumber])
      try enter.run([
        .integer(sourceNumber), dayNumber, .integer(new.rows), .integer(new.tokens),
        .integer(new.first.ticks), .integer(new.last.ticks), .text(digest),
      ])
    }
    outcome.daysUnchanged = (outcome.daysUnchanged + receipt.settledDays).sorted()
    for day in receipt.settledDays { outcome.rowsNotRead += stored[day]?.receipt.rows ?? 0 }
  }

  /// Enters the import itself, and what it did not keep: of every metric the most that any import
  /// left out, so that the order of imports does not matter.
  func record(_ receipt: UsageReceipt, _ outcome: ImportOutcome, importedAt: String) throws {
    let days = receipt.days.keys.sorted()
    guard let first = days.first, let last = days.last else { return }
    try RepeatedStatement(
      database,
      """
      INSERT INTO import (source, imported_at, first_day, last_day, row_count)
      VALUES (?, ?, ?, ?, ?)
      """
    ).run([
      .integer(sourceNumber), .text(importedAt), .integer(Int64(first.daysSince1970)),
      .integer(Int64(last.daysSince1970)), .integer(outcome.rows),
    ])
    let ignore = try RepeatedStatement(
      database,
      """
      INSERT INTO ignored_metric VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET record_count = max(record_count, excluded.record_count)
      """)
    for (metric, count) in receipt.ignoredMetrics.sorted(by: { $0.key < $1.key }) {
      try ignore.run([.integer(sourceNumber), .text(storable(metric)), .integer(count)])
    }
  }
}

// A day without an entry in the ledger has no points.
private let deleting = [
  """
  DELETE FROM point WHERE day = ? AND series IN (SELECT id FROM series WHERE source = ?)
  """,
  """
  DELETE FROM other_point WHERE day = ? AND series IN (SELECT id FROM series WHERE source = ?)
  """,
]

extension RepeatedStatement {
  /// Runs an insertion into the table of points for each point.
  fileprivate func insert(_ points: [DayPoint], day: CalendarDay) throws {
    let day = Int64(day.daysSince1970)
    for point in points {
      let counts = point.counts
      try run { row in
        row.bind(day, at: 1)
        row.bind(point.series, at: 2)
        row.bind(Int64(point.utcMonth), at: 3)
        row.bind(count: counts.prompt, at: 4)
        row.bind(count: counts.completion, at: 5)
        row.bind(count: counts.total, at: 6)
        row.bind(count: counts.cached, at: 7)
        row.bind(count: counts.cacheWrite, at: 8)
        row.bind(count: counts.reasoning, at: 9)
        row.bind(count: counts.requests, at: 10)
      }
    }
  }
}

extension RowBinding {
  fileprivate mutating func bind(count: Int64, at index: Int32) {
    bind(count == CompactCounts.unknown ? nil : count, at: index)
  }
}
