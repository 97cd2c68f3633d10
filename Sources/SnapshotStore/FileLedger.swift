import GRDB
import UsageModel

/// Which files the days of one source were read from.
struct FileLedger {
  private let database: Database
  private let source: Int64

  init(_ database: Database, source: Int64) {
    self.database = database
    self.source = source
  }

  func known() throws -> KnownFiles {
    var days: [Int64: [CalendarDay]] = [:]
    try RepeatedStatement(
      database,
      "SELECT file, day FROM file_day JOIN file ON file.id = file WHERE source = ? ORDER BY 1, 2"
    ).forEachRow([.integer(source)]) { row in
      days[row.integer(0), default: []].append(calendarDay(row.integer(1)))
    }
    var ignored: [Int64: [String: Int64]] = [:]
    try RepeatedStatement(
      database,
      "SELECT file, metric, record_count FROM file_metric JOIN file ON file.id = file WHERE source = ?"
    ).forEachRow([.integer(source)]) { row in
      ignored[row.integer(0), default: [:]][row.text(1)] = row.integer(2)
    }
    var known = KnownFiles()
    try RepeatedStatement(
      database,
      """
      SELECT id, path, size, modified_ns, changed_ns, inode, rules, read_at_ns FROM file
      WHERE source = ?
      """
    ).forEachRow([.integer(source)]) { row in
      let number = row.integer(0)
      let version = FileVersion(
        path: row.text(1), size: row.integer(2), modified: row.integer(3),
        changed: row.integer(4), inode: row.integer(5), rules: row.integer(6))
      known.byPath[version.path] = KnownFiles.Entry(
        number: number,
        file: ReadFile(
          version: version, readAt: row.integer(7), days: days[number] ?? [],
          ignoredMetrics: ignored[number] ?? [:]))
    }
    try RepeatedStatement(database, "SELECT day, file FROM day_file WHERE source = ?")
      .forEachRow([.integer(source)]) { row in
        known.numbersByDay[calendarDay(row.integer(0)), default: []].insert(row.integer(1))
      }
    return known
  }

  /// Enters files as they were read, and that the days of the answer are made of them.
  /// - Parameter days: Of the answer.
  func record(_ files: [ReadFile], days: some Sequence<CalendarDay>) throws {
    let numbers = try files.map(number)
    let forget = try RepeatedStatement(
      database, "DELETE FROM day_file WHERE source = ? AND day = ?")
    for day in days { try forget.run([.integer(source), integer(day)]) }
    let answered = Set(days)
    let add = try RepeatedStatement(database, "INSERT INTO day_file VALUES (?, ?, ?)")
    for (file, number) in zip(files, numbers) {
      for day in file.days where answered.contains(day) {
        try add.run([.integer(source), integer(day), .integer(number)])
      }
    }
  }

  private func number(of file: ReadFile) throws -> Int64 {
    let number = try numberOfVersion(file)
    try RepeatedStatement(database, "DELETE FROM file_day WHERE file = ?").run([.integer(number)])
    try RepeatedStatement(database, "DELETE FROM file_metric WHERE file = ?")
      .run([.integer(number)])
    let addDay = try RepeatedStatement(database, "INSERT INTO file_day VALUES (?, ?)")
    for day in file.days { try addDay.run([.integer(number), integer(day)]) }
    let addMetric = try RepeatedStatement(database, "INSERT INTO file_metric VALUES (?, ?, ?)")
    for (metric, count) in file.ignoredMetrics.sorted(by: { $0.key < $1.key }) {
      try addMetric.run([.integer(number), .text(storable(metric)), .integer(count)])
    }
    return number
  }

  /// A version keeps its number; another version of the same path gets a number that none ever had.
  private func numberOfVersion(_ file: ReadFile) throws -> Int64 {
    let version = file.version
    let values: [StoredValue] = [
      .integer(source), .text(storable(version.path)), .integer(version.size),
      .integer(version.modified), .integer(version.changed), .integer(version.inode),
      .integer(version.rules),
    ]
    let readAt = StoredValue.integer(file.readAt)
    let find = try RepeatedStatement(
      database,
      """
      SELECT id FROM file WHERE source = ? AND path = ? AND size = ? AND modified_ns = ?
        AND changed_ns = ? AND inode = ? AND rules = ?
      """)
    if let number = try firstInteger(of: find, values) {
      try RepeatedStatement(database, "UPDATE file SET read_at_ns = ? WHERE id = ?")
        .run([readAt, .integer(number)])
      return number
    }
    try RepeatedStatement(database, "DELETE FROM file WHERE source = ? AND path = ?")
      .run(Array(values.prefix(2)))
    let enter = try RepeatedStatement(
      database,
      """
      INSERT INTO file (source, path, size, modified_ns, changed_ns, inode, rules, read_at_ns)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """)
    return try firstInteger(of: enter, values + [readAt]) ?? 0
  }
}

extension Snapshot {
  /// What is remembered of the files of a source; nothing where it never delivered.
  package func knownFiles(of source: String) throws -> KnownFiles {
    try read { database in
      let find = try RepeatedStatement(database, "SELECT id FROM source WHERE name = ?")
      guard let number = try firstInteger(of: find, [.text(storable(source))]) else {
        return KnownFiles()
      }
      return try FileLedger(database, source: number).known()
    }
  }
}

private func integer(_ day: CalendarDay) -> StoredValue { .integer(Int64(day.daysSince1970)) }

private func calendarDay(_ number: Int64) -> CalendarDay {
  CalendarDay(daysSince1970: Int(number))
}
