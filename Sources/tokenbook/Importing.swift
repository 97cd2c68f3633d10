import Foundation
import Ingestion
import SnapshotStore
import UsageModel

/// Reads sources into the snapshot, one transaction each.
struct Importing {
  let workbook: OpenWorkbook
  let permitsLoss: Bool

  func openSnapshot() throws -> Snapshot {
    let today = CalendarDay(daysSince1970: Int(Date().timeIntervalSince1970) / 86_400)
    return try Snapshot.open(
      at: workbook.settings.snapshot, stamp: workbook.stamp, copyDay: today)
  }

  func run(_ source: UsageSource, into snapshot: Snapshot) throws {
    let console = workbook.console
    let files = try metricFiles(at: source.paths, format: source.format)
    console.step("\(source.name): \(files.count) files")
    var line = ProgressLine(console: console)
    defer { line.clear() }
    var ignored: [String: Int64] = [:]

    let outcome = try snapshot.replaceDays(
      of: source.name, permitLoss: permitsLoss, importedAt: Date().ISO8601Format()
    ) { receive in
      let receipt = try readUsage(
        of: source, files: files, calendar: workbook.settings.calendar,
        progress: { line.show("\(source.name): \($0.inWords)") },
        receive: receive)
      ignored = receipt.ignoredMetrics
      return receipt
    }

    line.clear()
    console.print("\(source.name): \(outcome.inWords)")
    for (name, count) in ignored.sorted(by: { $0.key < $1.key }) {
      console.note(
        "  \(count) records of the metric '\(name)' are not token counts and were left out")
    }
  }
}

extension ReadProgress {
  fileprivate var inWords: String {
    let percent = totalBytes > 0 ? bytesRead * 100 / totalBytes : 100
    return "\(percent) %, \(records) records"
  }
}

extension ImportOutcome {
  fileprivate var inWords: String {
    guard isChange else { return "nothing new in \(rows) records" }
    var parts: [String] = []
    if !daysAdded.isEmpty { parts.append("\(daysAdded.count) days added") }
    if !daysReplaced.isEmpty { parts.append("\(daysReplaced.count) days replaced") }
    if !daysUnchanged.isEmpty { parts.append("\(daysUnchanged.count) days unchanged") }
    let tokens = tokensByMetric.map { "\($0.tokens) \($0.metric)" }.joined(separator: ", ")
    return "\(parts.joined(separator: ", ")) from \(rows) records (\(tokens))"
  }
}
