import Foundation
import UsageModel

/// Why the snapshot or the charges cache could not be read or written.
package enum SnapshotError: Error, Hashable {
  case notFound(path: String)
  /// The file is there and was not made by us.
  case notASnapshot(path: String)
  case newerFormat(path: String, found: Int, known: Int)
  /// Opened for reading only, so it cannot be brought up to date.
  case olderFormat(path: String, found: Int, known: Int)
  case differentTimeZone(stamped: String, configured: String)
  case differentCurrency(stamped: String, configured: String)
  case locked(path: String)
  case cannotWrite(path: String, reason: String)
  case damaged(path: String, reason: String)
  /// An import holds less of these days than the snapshot.
  case losesData(source: String, days: [CalendarDay])
  /// A service now has less of these days than the snapshot.
  case pullLosesData(source: String, losses: [DayLoss])
  case countsTooLarge(source: String)
  /// A count below zero.
  case impossibleCount(source: String)
  /// Points came of a day that the receipt does not name.
  case dayWithoutReceipt(source: String, day: CalendarDay)
  /// Points came of a day that no service was asked for.
  case dayNotAsked(source: String, day: CalendarDay)
  /// The snapshot holds usage of a source that the workbook no longer names.
  case sourceNotConfigured(source: String, lastDay: CalendarDay)
  /// The day that was asked for lies before or after everything that was imported.
  case outsideData(asOf: CalendarDay, first: CalendarDay, newest: CalendarDay)
  /// A sum of tokens, requests or money does not fit into 64 bits.
  case amountsTooLarge
}

extension SnapshotError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .notFound(let path):
      "there is no snapshot at '\(path)'"
    case .notASnapshot(let path):
      "'\(path)' is not a snapshot of tokenbook"
    case .newerFormat(let path, let found, let known):
      "'\(path)' was written by a newer tokenbook: its format is \(found), "
        + "this one knows up to \(known)"
    case .olderFormat(let path, let found, let known):
      "'\(path)' has the older format \(found), this tokenbook needs \(known)"
    case .differentTimeZone(let stamped, let configured):
      "the snapshot's days are days in '\(stamped)', and tokenbook.yml says '\(configured)'"
    case .differentCurrency(let stamped, let configured):
      "the snapshot is kept in '\(stamped)', and tokenbook.yml says '\(configured)'"
    case .locked(let path):
      "'\(path)' is locked by another program"
    case .cannotWrite(let path, let reason):
      "'\(path)' cannot be written: \(reason)"
    case .damaged(let path, let reason):
      "'\(path)' cannot be read: \(reason)"
    case .losesData(let source, let days):
      "the new copy of source '\(source)' holds less than the stored one of "
        + daysInWords(days)
    case .pullLosesData(let source, let losses):
      "source '\(source)' now answers with less than is stored: " + lossesInWords(losses)
    case .countsTooLarge(let source):
      "the counts of source '\(source)' are too large to be added up (9.2 × 10¹⁸)"
    case .impossibleCount(let source):
      "source '\(source)' has a count below zero"
    case .dayWithoutReceipt(let source, let day):
      "source '\(source)' delivered usage of \(day) and did not say so"
    case .dayNotAsked(let source, let day):
      "source '\(source)' delivered usage of \(day), which it was not asked for"
    case .sourceNotConfigured(let source, _):
      "the snapshot holds usage of source '\(source)', which tokenbook.yml does not name"
    case .outsideData(let asOf, let first, let newest):
      "'\(asOf)' is outside the data, which is of \(first) to \(newest)"
    case .amountsTooLarge:
      "the amounts are too large to be added up (9.2 billion in money, 9.2 × 10¹⁸ tokens)"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .notFound:
      "run `tokenbook import` or `tokenbook pull` first"
    case .notASnapshot:
      "name another file as `snapshot:` in tokenbook.yml, or move this one away"
    case .newerFormat:
      "update tokenbook"
    case .olderFormat:
      "run `tokenbook import`, which keeps a dated copy and brings the snapshot up to date"
    case .differentTimeZone(let stamped, _):
      "write `time_zone: \(stamped)` again, or import everything into a new snapshot"
    case .differentCurrency(let stamped, _):
      "write `currency: \(stamped)` again, or import everything into a new snapshot"
    case .locked:
      "wait until the other run has ended, and try again"
    case .cannotWrite:
      "check the free space and the permissions of the folder"
    case .damaged(let path, _):
      "put back a copy of '\(path)', or move it away and import everything again"
    case .losesData:
      "give all files of these days in one import, or `--replace`"
    case .pullLosesData(let source, let losses):
      acceptingLess(of: losses.map(\.day), from: source)
    case .countsTooLarge, .impossibleCount:
      "look for wrong records at the source"
    case .dayWithoutReceipt, .dayNotAsked:
      "report this as a bug of tokenbook; nothing was changed"
    case .sourceNotConfigured(let source, let lastDay):
      "name '\(source)' under `sources:` again, with `until: \(lastDay)` if it has ended; a source "
        + "that only has a new name keeps its old one, or both get the same `counts:`"
    case .outsideData(_, let first, let newest):
      first == newest
        ? "leave --as-of out, or give \(newest)"
        : "leave --as-of out, or give a day from \(first) to \(newest)"
    case .amountsTooLarge:
      "look for wrong records at the sources, and check the prices in rates.csv"
    }
  }
}

private func daysInWords(_ days: [CalendarDay]) -> String {
  let named = days.prefix(5).map(\.description).joined(separator: ", ")
  return days.count > 5 ? "\(named) and \(days.count - 5) more" : named
}

private func lossesInWords(_ losses: [DayLoss]) -> String {
  let named = losses.prefix(3).map(\.words).joined(separator: "; ")
  let others = losses.count - 3
  guard others > 0 else { return named }
  return "\(named); and \(others) more \(others == 1 ? "day" : "days")"
}

/// What to do about an answer that was refused, with the command that accepts it for each of these
/// days.
func acceptingLess(of days: [CalendarDay], from source: String) -> String {
  let range = days.min().flatMap { first in days.max().map { " --from \(first) --to \($0)" } } ?? ""
  let accepting = days.map { " --accept-less \($0)" }.joined()
  return "find out what became of it; to take the new answer, run "
    + "`tokenbook pull \(source)\(range)\(accepting)`"
}
