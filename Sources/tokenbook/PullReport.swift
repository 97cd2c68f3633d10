import AzureMonitor
import SnapshotStore
import UsageModel

/// What became of one window.
enum StoredWindow {
  case stored(ImportOutcome)
  /// The snapshot holds more; nothing has changed.
  case refused(SnapshotError)
}

/// What a pull of one source did, in words.
struct PullReport {
  private(set) var daysRefused = 0
  private var daysAdded = 0
  private var daysReplaced = 0
  private var daysUnchanged = 0
  private var records: Int64 = 0
  private var effort = PullEffort()

  var hasStored: Bool { daysAdded + daysReplaced + daysUnchanged > 0 }
  var daysAnswered: Int { daysAdded + daysReplaced + daysUnchanged + daysRefused }

  mutating func add(_ window: ServicePull.Window, _ stored: StoredWindow) {
    effort += window.effort
    switch stored {
    case .stored(let outcome):
      daysAdded += outcome.daysAdded.count
      daysReplaced += outcome.daysReplaced.count
      daysUnchanged += outcome.daysUnchanged.count
      records += window.usage.records
    case .refused:
      // The days of a longer window are asked for again, one by one.
      if window.days.count == 1 { daysRefused += 1 }
    }
  }

  func print(of source: String, on console: Console) {
    let parts = [
      (daysAdded, "added"), (daysReplaced, "replaced"), (daysUnchanged, "unchanged"),
      (daysRefused, "refused"),
    ].filter { $0.0 > 0 }.map { count, what in "\(count) \(count == 1 ? "day" : "days") \(what)" }
    console.print(
      "\(source): \(parts.joined(separator: ", ")) from \(records) records "
        + "(\(effort.requests) requests, \(effort.retries) repeated, \(effort.bytes) bytes)")
    if records == 0, daysRefused == 0 {
      console.note(
        "  no usage on any day: `tokenbook check --source \(source)` says where to look")
    }
    if effort.oldestAnswerSeconds > 0 {
      console.note(
        "  an answer was \(effort.oldestAnswerSeconds) seconds old: the service or something in "
          + "between keeps answers, although it was told not to")
    }
  }
}
