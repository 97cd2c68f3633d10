import Foundation
import GRDB
import Ingestion
import SeededCases
import SnapshotStore
import Testing
import UsageModel

/// Leaving out files that were read before gives what reading all of them gives.
@Suite struct FilesAlreadyReadTests {
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `an import that leaves files out stores the same as one that reads all`(
    seed: UInt64
  ) throws {
    try withTemporaryFolder { folder in
      var generator = SplitMix64(seed: seed)
      var files = ChangingFiles(below: folder)
      let leaving = try Importer(folder + "/leaving.sqlite", leavesOut: true)
      let reading = try Importer(folder + "/reading.sqlite", leavesOut: false)
      for step in 1...12 {
        for _ in 1...generator.number(1...3) { try files.change(&generator) }
        let call = files.call(&generator)
        let since = generator.happens(20) ? day(generator.number(1...6)) : nil
        let permitsLoss = generator.happens(30)

        let left = leaving.run(call, since: since, permitsLoss: permitsLoss, step: step)
        let read = reading.run(call, since: since, permitsLoss: permitsLoss, step: step)

        #expect(left == read, "seed \(seed), step \(step)")
        #expect(try leaving.dump() == reading.dump(), "seed \(seed), step \(step)")
      }
      // Nothing has changed since, so nothing more does.
      let call = files.call(&generator)
      let first = leaving.run(call, since: nil, permitsLoss: true, step: 13)
      let after = FileManager.default.contents(atPath: folder + "/leaving.sqlite")
      let again = leaving.run(call, since: nil, permitsLoss: true, step: 14)
      #expect(FileManager.default.contents(atPath: folder + "/leaving.sqlite") == after)
      #expect(again.hasPrefix("[] []"), "seed \(seed): \(first), \(again)")
    }
  }

  @Test func `of a year, a new day is all that is read`() throws {
    try withTemporaryFolder { folder in
      let importer = try Importer(folder + "/snapshot.sqlite", leavesOut: true)
      var paths: [String] = []
      for number in 1...9 {
        paths.append("\(folder)/\(number).jsonl")
        try write([number * 10 + 1, number * 10 + 2], to: paths[number - 1], modified: number)
        _ = importer.run(paths, since: nil, permitsLoss: false, step: number)

        // Records 10 to 19 are of the first day and so on: no file shares a day with another.
        #expect(importer.filesRead == ["\(number).jsonl"])
      }
      try write([51, 52, 53], to: paths[4], modified: 10)
      try write([21, 22, 94], to: paths[1], modified: 11)

      _ = importer.run(paths, since: nil, permitsLoss: false, step: 10)

      // The second file has become one with a record of the ninth's day.
      #expect(importer.filesRead == ["2.jsonl", "5.jsonl", "9.jsonl"])
    }
  }
}

/// Files of records that are added to, shortened, touched and removed.
private struct ChangingFiles {
  private let folder: String
  private var records: [String: [Int]] = [:]
  private var clock = 0

  init(below folder: String) {
    self.folder = folder
  }

  mutating func change(_ generator: inout SplitMix64) throws {
    let path = "\(folder)/\(generator.number(1...5)).jsonl"
    clock += 1
    let before = records[path] ?? []
    switch generator.number(0...9) {
    case 0 where !before.isEmpty:
      records[path] = nil
      return try FileManager.default.removeItem(atPath: path)
    case 1 where !before.isEmpty: records[path] = Array(before.dropFirst())
    case 2: break
    default:
      // Records also come again in other files.
      records[path] = before + (1...generator.number(1...3)).map { _ in generator.number(10...69) }
    }
    try write(records[path] ?? [], to: path, modified: clock)
  }

  /// All files, or some.
  func call(_ generator: inout SplitMix64) -> [String] {
    let all = records.keys.sorted()
    return generator.happens(70) ? all : generator.some(0...all.count, of: all).sorted()
  }
}

/// Record 37 is one of the third day.
private func write(_ records: [Int], to path: String, modified: Int) throws {
  let lines = records.map { number in
    #"{"TimeGenerated":"2026-11-0\#(number / 10)T0\#(number % 10):00:00Z","Name":"\#(number % 10 == 0 ? "HeartbeatState" : "Prompt Tokens")","Sum":\#(number * 7),"Properties":{"Subscription ID":"s\#(number % 3)"},"_ItemId":"\#(number)"}"#
  }
  try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
  try FileManager.default.setAttributes(
    [.modificationDate: Date(timeIntervalSince1970: 1_795_000_000 + Double(modified) * 60)],
    ofItemAtPath: path)
}

private func day(_ number: Int) -> CalendarDay {
  CalendarDay(year: 2026, month: 11, day: number)!
}

private final class Importer {
  private let snapshot: Snapshot
  private let path: String
  private let leavesOut: Bool
  private(set) var filesRead: [String] = []

  init(_ path: String, leavesOut: Bool) throws {
    self.path = path
    self.leavesOut = leavesOut
    snapshot = try Snapshot.open(
      at: path, stamp: SnapshotStamp(timeZone: "Europe/Berlin", currency: "EUR"), copyDay: day(1))
  }

  /// - Returns: What it did, or why not.
  func run(_ files: [String], since: CalendarDay?, permitsLoss: Bool, step: Int) -> String {
    do {
      let source = UsageSource(
        name: "gateway", paths: [], format: .azureMonitorExport(.recommended))
      let plan = ReadingPlan(
        since: since,
        known: leavesOut ? try snapshot.knownFiles(of: "gateway") : KnownFiles(),
        workbookFolder: URL(filePath: path).deletingLastPathComponent().path,
        // Some files are changed just before they are read.
        now: (1_795_000_000 + (step % 3 == 0 ? 60 * 15 : 1_000_000)) * 1_000_000_000)
      let outcome = try snapshot.replaceDays(
        of: "gateway", permitLoss: permitsLoss, importedAt: "2027-01-01T00:00:00Z"
      ) { receive in
        let receipt = try readUsage(
          of: source, files: files, plan: plan,
          calendar: LocalCalendar(identifier: "Europe/Berlin")!,
          progress: { _ in }, receive: receive)
        filesRead = receipt.files.map(\.version.path).sorted()
        return receipt
      }
      return "\(outcome.daysAdded) \(outcome.daysReplaced) \(outcome.daysUnchanged) "
        + "\(outcome.rows + outcome.rowsNotRead)"
    } catch {
      return "\(error)"
    }
  }

  /// Everything about usage, in an order of its own; numbers of series are as they came.
  func dump() throws -> [String] {
    try DatabaseQueue(path: path).read { database in
      try [
        """
        SELECT day, utc_month, dimension.text, prompt, total, requests FROM point
        JOIN series ON series.id = series JOIN dimension ON dimension.id = subscription ORDER BY 1, 3
        """,
        "SELECT day, row_count, tokens, first_tick, last_tick, digest FROM ledger_day ORDER BY 1",
        "SELECT metric, record_count FROM ignored_metric ORDER BY 1",
      ].flatMap { sql in
        try Row.fetchAll(database, sql: sql).map { row in
          row.databaseValues.map(\.description).joined(separator: "|")
        }
      }
    }
  }
}
