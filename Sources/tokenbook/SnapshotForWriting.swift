import Foundation
import SnapshotStore
import UsageModel

/// The snapshot, opened to be written. One that was made for it and got nothing is removed again: it
/// would stamp a time zone and a currency that nobody has used yet.
struct SnapshotForWriting {
  let snapshot: Snapshot
  private let workbook: OpenWorkbook
  private let isNew: Bool

  /// - Parameter today: The date in the name of a copy, where the format is brought up to date.
  init(_ workbook: OpenWorkbook, today: CalendarDay) throws {
    self.workbook = workbook
    let path = workbook.settings.snapshot
    isNew = !FileManager.default.fileExists(atPath: path)
    do {
      snapshot = try Snapshot.open(at: path, stamp: workbook.stamp, copyDay: today)
    } catch {
      if isNew { try? FileManager.default.removeItem(atPath: path) }
      throw error
    }
    do {
      try refuseStraySources(
        in: snapshot.ledger(), named: workbook.settings.sources.map(\.name))
    } catch {
      try removeIfUnused()
      throw error
    }
  }

  func removeIfUnused() throws {
    let path = workbook.settings.snapshot
    guard isNew, FileManager.default.fileExists(atPath: path), try snapshot.ledger().isEmpty else {
      return
    }
    try FileManager.default.removeItem(atPath: path)
  }
}
