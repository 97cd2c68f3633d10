import Foundation
import Testing

/// A line that a source should not have written, and what tokenbook says to it.
struct Fault: Sendable, CustomTestStringConvertible {
  enum Kind: Sendable {
    case jsonLines, csv
  }

  let name: String
  let line: [UInt8]
  let kind: Kind
  let problem: String
  /// The line as the message shows it.
  let excerpt: String
  let remedy: String
  /// What the page calls it once it is skipped; nil where it cannot be.
  let skipped: String?

  init(
    _ name: String, kind: Kind = .jsonLines, _ line: [UInt8], excerpt: String, problem: String,
    remedy: String, skipped: String?
  ) {
    self.name = name
    self.kind = kind
    self.line = line
    self.excerpt = excerpt
    self.problem = problem
    self.remedy = remedy
    self.skipped = skipped
  }

  init(
    _ name: String, kind: Kind = .jsonLines, _ line: String, problem: String, remedy: String,
    skipped: String?
  ) {
    self.init(
      name, kind: kind, Array(line.utf8), excerpt: line.count > 80 ? line.prefix(80) + "…" : line,
      problem: problem, remedy: remedy, skipped: skipped)
  }

  var testDescription: String { name }
  var source: String { kind == .csv ? "gateway" : "export" }
  var file: String { kind == .csv ? "usage.csv" : "export.jsonl" }

  /// Good, bad, good: 3 and 5 tokens of 2026-10-03 stand around the line.
  var bytes: [UInt8] {
    let around =
      kind == .csv
      ? [
        "time,subscription,user,prompt,completion\n2026-10-03,sub-web,ann,3,\n",
        "2026-10-03,sub-web,ann,5,\n",
      ]
      : [FaultyWorkbook.record(tokens: 3) + "\n", FaultyWorkbook.record(tokens: 5) + "\n"]
    return Array(around[0].utf8) + line + [0x0A] + Array(around[1].utf8)
  }

  var lineNumber: Int { kind == .csv ? 3 : 2 }

  var errors: String {
    """
    error: \(problem)
        → DIR/\(file):\(lineNumber)
          \(excerpt)
      fix: \(remedy)

    """
  }
}

/// A workbook with a CSV file and an export, imported and built.
enum FaultyWorkbook {
  static let settings =
    SampleWorkbook.settings
    + "  - {name: export, kind: azure-monitor-export, path: export.jsonl}\n"

  static func record(tokens: Int, day: String = "2026-10-03") -> String {
    #"{"TimeGenerated":"\#(day)T08:00:00Z","Name":"Total Tokens","Sum":\#(tokens)}"#
  }

  static func built() throws -> TemporaryFolder {
    try SampleWorkbook.copy(of: builtOnce.get())
  }

  private static let builtOnce: Result<TemporaryFolder, any Error> = Result {
    let folder = try SampleWorkbook.written()
    try folder.write(settings, to: "tokenbook.yml")
    try folder.write(record(tokens: 7, day: "2026-10-02") + "\n", to: "export.jsonl")
    for command in ["import", "build"] {
      let outcome = try folder.tokenbook([command])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    return folder
  }
}

extension TemporaryFolder {
  /// Everything the snapshot holds, as SQL.
  func dump() throws -> String {
    let outcome = try Executable.run(
      program: "/usr/bin/sqlite3", ["snapshot.sqlite", ".dump"], in: url)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: url.appending(path: path))
  }
}
