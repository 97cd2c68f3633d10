import GRDB
import UsageModel

/// Brings the skipped lines of one source up to date with an import.
///
/// They stand until an import reads their file again, or delivers again every day that the file had
/// usage of; those of a file without any until the source's next import.
struct SkippedReplacement {
  private let database: Database
  private let source: Int64
  private let before: [SkippedLines]
  private let after: [SkippedLines]

  /// To be called once the days of the receipt are stored.
  init(_ database: Database, source: Int64, receipt: UsageReceipt) throws {
    self.database = database
    self.source = source
    before = try storedSkippedLines(database, ofSource: source)
    let filesRead = Set(receipt.pathsRead + receipt.skipped.map(\.file))
    let otherDays =
      before.isEmpty
      ? []
      : try days(ofSource: source, in: database)
        .filter { receipt.days[$0] == nil }
    let kept = before.filter { lines in
      guard !filesRead.contains(lines.file), let days = lines.days else { return false }
      return otherDays.contains { days.contains($0) }
    }
    after = (kept + receipt.skipped).sorted { ($0.file, $0.problem) < ($1.file, $1.problem) }
  }

  var isChange: Bool { before != after }

  func run() throws {
    guard isChange else { return }
    try RepeatedStatement(database, "DELETE FROM skipped WHERE source = ?").run([.integer(source)])
    let add = try RepeatedStatement(
      database, "INSERT INTO skipped VALUES (\(places(7)))")
    for lines in after {
      try add.run([
        .integer(source), .text(storable(lines.file)), .text(lines.problem),
        .integer(lines.count), .text(lines.examples.map(String.init).joined(separator: ", ")),
        .optional(lines.days.map { Int64($0.lowerBound.daysSince1970) }),
        .optional(lines.days.map { Int64($0.upperBound.daysSince1970) }),
      ])
    }
  }
}

private func days(ofSource source: Int64, in database: Database) throws -> [CalendarDay] {
  var days: [CalendarDay] = []
  try RepeatedStatement(database, "SELECT day FROM ledger_day WHERE source = ?")
    .forEachRow([.integer(source)]) { days.append($0.day(0)) }
  return days
}

/// Ordered by file and problem.
private func storedSkippedLines(
  _ database: Database, ofSource source: Int64
) throws -> [SkippedLines] {
  var stored: [SkippedLines] = []
  try RepeatedStatement(
    database,
    """
    SELECT file, problem, line_count, examples, first_day, last_day FROM skipped
    WHERE source = ?
    """
  ).forEachRow([.integer(source)]) { stored.append(SkippedLines($0, firstColumn: 0)) }
  return stored.sorted { ($0.file, $0.problem) < ($1.file, $1.problem) }
}

extension SkippedLines {
  /// Reads file, problem, line_count, examples, first_day and last_day.
  init(_ row: StoredRow, firstColumn: Int32) {
    let first = row.optionalInteger(firstColumn + 4).map { CalendarDay(daysSince1970: Int($0)) }
    let last = row.optionalInteger(firstColumn + 5).map { CalendarDay(daysSince1970: Int($0)) }
    self.init(
      file: row.text(firstColumn), problem: row.text(firstColumn + 1),
      count: row.integer(firstColumn + 2),
      examples: row.text(firstColumn + 3).split(separator: ",")
        .compactMap { Int($0.drop { $0 == " " }) },
      days: first.flatMap { first in last.map { first...$0 } })
  }
}
