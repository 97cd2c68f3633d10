import Foundation
import Ingestion
import SnapshotStore
import UsageModel

/// Reads sources into the snapshot, one transaction each.
struct Importing {
  let workbook: OpenWorkbook
  let permitsLoss: Bool
  /// Earlier days are left as they are stored.
  var since: CalendarDay?
  /// Also files that are as they were when they were read last.
  var readsAgain = false
  let skipsBadLines: Bool
  let acceptedDays: ClosedRange<CalendarDay>

  static var today: CalendarDay {
    CalendarDay(daysSince1970: Int(Date().timeIntervalSince1970) / 86_400)
  }

  /// Runs `body` with the snapshot.
  func withSnapshot(_ body: (Snapshot) throws -> Void) throws {
    let opened = try SnapshotForWriting(workbook, today: Self.today)
    do { try body(opened.snapshot) } catch {
      try opened.removeIfUnused()
      throw error
    }
  }

  /// - Returns: Whether lines were left out that could not be read.
  func run(_ source: UsageSource, into snapshot: Snapshot) throws -> Bool {
    let console = workbook.console
    let files = try metricFiles(at: source.paths, format: source.format)
    console.step("\(source.name): \(files.count) files")
    var line = ProgressLine(console: console)
    defer { line.clear() }
    var receipt = UsageReceipt()
    let plan = ReadingPlan(
      since: since, known: readsAgain ? KnownFiles() : try snapshot.knownFiles(of: source.name),
      workbookFolder: workbook.folder.root,
      now: Int64(Date().timeIntervalSince1970 * 1_000_000_000))
    var badLines = BadLines()
    // Also where the import is refused in the end: that may be why.
    defer { badLines.report(of: source.name, on: console) }

    let outcome = try snapshot.replaceDays(
      of: source.name, permitLoss: permitsLoss, importedAt: Date().ISO8601Format()
    ) { receive in
      receipt = try readUsage(
        of: source, files: files, plan: plan, calendar: workbook.settings.calendar,
        acceptedDays: acceptedDays,
        skipBadLine: skipsBadLines ? { badLines.add($0, $1) } : nil,
        progress: { line.show("\(source.name): \($0.inWords)") },
        receive: receive)
      for index in receipt.skipped.indices {
        receipt.skipped[index].file = shownPath(receipt.skipped[index].file)
      }
      receipt.pathsRead = receipt.pathsRead.map(shownPath)
      return receipt
    }

    line.clear()
    console.step("\(source.name): \(receipt.files.count) files read")
    console.print("\(source.name): \(outcome.inWords)")
    if receipt.repeatedItems > 0 {
      console.note(
        "  \(receipt.repeatedItems) records came twice (the same _ItemId, id or result) and count once"
      )
    }
    for doubt in UsageDoubt.allCases {
      if let count = receipt.doubts[doubt] { console.note("  \(count) \(doubt.inWords)") }
    }
    for (name, count) in receipt.ignoredMetrics.sorted(by: { $0.key < $1.key }) {
      console.note(
        "  \(count) records of the metric '\(name)' are not token counts and were left out")
    }
    return !receipt.skipped.isEmpty
  }

  /// As pages show it: below the workbook folder; of a file elsewhere the name only, because the
  /// rest says how this machine is set up.
  private func shownPath(_ file: String) -> String {
    let root = workbook.folder.root + "/"
    return file.hasPrefix(root) ? String(file.dropFirst(root.count)) : lastName(of: file)
  }
}

private func lastName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

extension ReadProgress {
  fileprivate var inWords: String {
    let percent = totalBytes > 0 ? bytesRead * 100 / totalBytes : 100
    return "\(percent) %, \(records) records"
  }
}

extension UsageDoubt {
  fileprivate var inWords: String {
    switch self {
    case .cacheExceedsPrompt:
      "records have more cached tokens than the prompt that should include them; "
        + "where it does not, say 'cached: beside' in tokenbook.yml"
    case .cumulativeWithoutStart:
      "cumulative sums began before these files, and what their first values hold is not counted; "
        + "to count it, import the files since their start together"
    }
  }
}

extension ImportOutcome {
  fileprivate var inWords: String {
    guard isChange else { return "nothing new in \(rows + rowsNotRead) records" }
    var parts: [String] = []
    if !daysAdded.isEmpty { parts.append("\(daysAdded.count) days added") }
    if !daysReplaced.isEmpty { parts.append("\(daysReplaced.count) days replaced") }
    if !daysUnchanged.isEmpty { parts.append("\(daysUnchanged.count) days unchanged") }
    let tokens = tokensByMetric.map { "\($0.tokens) \($0.metric)" }.joined(separator: ", ")
    return "\(parts.joined(separator: ", ")) from \(rows) records (\(tokens))"
  }
}
