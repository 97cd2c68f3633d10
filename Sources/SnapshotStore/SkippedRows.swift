import GRDB
import UsageModel

/// Writes which lines were left out because they could not be read.
struct SkippedRows {
  private let rows: [(source: String, lines: SkippedLines)]

  /// - Parameter asOf: Lines of files that only have later days are left out.
  init(snapshot: Database, asOf: CalendarDay?, people: ShownPeople) throws {
    var rows = try StoredUsage(snapshot).skippedLines().filter { row in
      guard let asOf, let days = row.lines.days else { return true }
      return days.lowerBound <= asOf
    }
    if people != .names, !rows.isEmpty {
      let names = try namesOfPeopleOnly(in: snapshot)
      for index in rows.indices {
        rows[index].lines.file = withoutPeople(rows[index].lines.file, names: names, number: index)
      }
    }
    self.rows = rows
  }

  func write(to cache: Database) throws {
    let add = try RepeatedStatement(cache, "INSERT INTO stored_skipped VALUES (\(places(7)))")
    for (source, lines) in rows {
      try add.run([
        .text(source), .text(lines.file), .text(lines.problem), .integer(lines.count),
        .text(lines.examples.map(String.init).joined(separator: ", ")),
        .optional(lines.days?.lowerBound.description),
        .optional(lines.days?.upperBound.description),
      ])
    }
  }

  /// One per source.
  var findings: [Finding] {
    Dictionary(grouping: rows, by: \.source).map { source, rows in
      let count = rows.reduce(Int64(0)) { $0 + $1.lines.count }
      return Finding(
        severity: .problem, code: "skipped-lines", subject: source,
        detail: "\(groupedDigits(count)) \(count == 1 ? "line" : "lines") of source '\(source)' "
          + "could not be read and \(count == 1 ? "is" : "are") in no amount",
        remedy: "correct the files, and import them again without `--skip-bad-lines`")
    }
  }
}

/// A file can be called after a person, as where each has a folder of exports.
private func withoutPeople(_ file: String, names: [String], number: Int) -> String {
  let holdsName = names.contains { name in
    name.count > 2 && !name.allSatisfy(\.isNumber) && file.contains(name)
  }
  return holdsName ? "file \(number + 1), named after a person" : file
}
