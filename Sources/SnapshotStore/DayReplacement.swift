import GRDB
import UsageModel

/// Puts staged days in the place of stored ones.
struct DayReplacement {
  private let database: Database
  private let answer: StagedAnswer
  /// What the ledger holds of the source.
  let stored: [CalendarDay: LedgerDay]

  init(_ database: Database, _ answer: StagedAnswer) throws {
    self.database = database
    self.answer = answer
    let ledger = try StoredUsage(database).ledger().filter { $0.source == answer.source }
    stored = Dictionary(ledger.map { ($0.day, $0) }) { first, _ in first }
  }

  /// - Throws: ``SnapshotError/dayWithoutReceipt(source:day:)``.
  func checkReceipt() throws {
    for day in try answer.staged.days() where answer.receipt.days[day] == nil {
      throw SnapshotError.dayWithoutReceipt(source: answer.source, day: day)
    }
  }

  /// - Throws: ``SnapshotError/losesData(source:days:)`` where a day holds less than is stored.
  func refuseLoss() throws {
    let losing = answer.receipt.days.filter { day, new in
      stored[day].map { new.loses(from: $0.receipt) } ?? false
    }
    guard losing.isEmpty else {
      throw SnapshotError.losesData(source: answer.source, days: losing.keys.sorted())
    }
  }

  /// - Parameter receipt: The answer's, or one that also names its empty days.
  func run(_ receipt: UsageReceipt, _ outcome: inout ImportOutcome) throws {
    let staged = answer.staged
    let sourceNumber = answer.sourceNumber
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

  func recordImport(_ outcome: ImportOutcome, at importedAt: String) throws {
    let days = answer.receipt.days.keys.sorted()
    guard let first = days.first, let last = days.last else { return }
    try RepeatedStatement(
      database,
      """
      INSERT INTO import (source, imported_at, first_day, last_day, row_count)
      VALUES (?, ?, ?, ?, ?)
      """
    ).run([
      .integer(answer.sourceNumber), .text(importedAt), .integer(Int64(first.daysSince1970)),
      .integer(Int64(last.daysSince1970)), .integer(outcome.rows),
    ])
  }

  /// Enters what was not kept: of every metric the most that any answer left out, so that the order
  /// of answers does not matter.
  func recordIgnored() throws {
    let ignore = try RepeatedStatement(
      database,
      """
      INSERT INTO ignored_metric VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET record_count = max(record_count, excluded.record_count)
      """)
    for (metric, count) in answer.receipt.ignoredMetrics.sorted(by: { $0.key < $1.key }) {
      try ignore.run([.integer(answer.sourceNumber), .text(storable(metric)), .integer(count)])
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
