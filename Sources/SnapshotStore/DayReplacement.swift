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
    let statements = try replacing.map { try RepeatedStatement(database, $0) }
    let enter = try RepeatedStatement(
      database, "INSERT OR REPLACE INTO ledger_day VALUES (?, ?, ?, ?, ?, ?, ?)")

    for (day, new) in receipt.days.sorted(by: { $0.key < $1.key }) {
      let digest = try digests.digest(of: day, new)
      guard stored[day]?.digest != digest else {
        outcome.daysUnchanged.append(day)
        continue
      }
      let dayNumber = StoredValue.integer(Int64(day.daysSince1970))
      try statements[0].run([dayNumber, .integer(sourceNumber)])
      try statements[1].run([dayNumber, .integer(sourceNumber)])
      try statements[2].run([dayNumber])
      try statements[3].run([dayNumber])
      try enter.run([
        .integer(sourceNumber), dayNumber, .integer(new.rows), .integer(new.tokens),
        .integer(new.first.ticks), .integer(new.last.ticks), .text(digest),
      ])
      if stored[day] == nil {
        outcome.daysAdded.append(day)
      } else {
        outcome.daysReplaced.append(day)
      }
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

private let replacing = [
  """
  DELETE FROM point WHERE day = ? AND series IN (SELECT id FROM series WHERE source = ?)
  """,
  """
  DELETE FROM other_point WHERE day = ? AND series IN (SELECT id FROM series WHERE source = ?)
  """,
  "INSERT INTO point SELECT * FROM temp.staged_point WHERE day = ?",
  "INSERT INTO other_point SELECT * FROM temp.staged_other WHERE day = ?",
]
