import Foundation
import SnapshotStore
import UsageModel

/// Everything a snapshot holds.
struct SnapshotState: Equatable {
  let sources: [String]
  let ledger: [LedgerDay]
  let days: [DayUsage]
  let bytes: Data

  init(of snapshot: Snapshot, days: ClosedRange<CalendarDay>) throws {
    sources = try snapshot.sources()
    ledger = try snapshot.ledger()
    var usage: [DayUsage] = []
    // Local days may lie one beside the days of records.
    try snapshot.forEachDay(in: days.lowerBound.advanced(by: -9)...days.upperBound.advanced(by: 9))
    {
      usage.append($0)
    }
    self.days = usage
    bytes = try Data(contentsOf: URL(filePath: snapshot.path))
  }
}

/// Law 7: an import that fails leaves everything as it was, to the byte.
func allOrNothingViolations(before: SnapshotState, after: SnapshotState) -> [String] {
  var violations: [String] = []
  if before.sources != after.sources {
    violations.append("law 7, sources: \(before.sources) became \(after.sources)")
  }
  if before.ledger != after.ledger {
    let changed = Set(before.ledger).symmetricDifference(after.ledger).map(\.day).sorted()
    violations.append("law 7, the ledger of \(changed)")
  }
  if before.days != after.days {
    let changed = zip(before.days, after.days).filter { $0 != $1 }.map(\.0.day)
    violations.append("law 7, the usage of \(changed)")
  }
  if before.bytes != after.bytes { violations.append("law 7, the bytes of the file") }
  return violations
}
