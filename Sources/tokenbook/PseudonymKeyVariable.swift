import Foundation
import SnapshotStore
import WorkbookFolder

/// The environment variable that holds the key of pseudonyms.
let pseudonymKeyVariable = "TOKENBOOK_PSEUDONYM_KEY"

extension UsersMode {
  /// With the key from the environment where one is needed: it stands in no file of the workbook.
  func shownPeople(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(CommandError) -> ShownPeople {
    switch self {
    case .off: return .off
    case .groups: return .groups
    case .names: return .names
    case .pseudonyms:
      let bytes = Array((environment[pseudonymKeyVariable] ?? "").utf8)
      if bytes.isEmpty { throw .pseudonymKeyMissing }
      guard let key = PseudonymKey(bytes) else {
        throw .pseudonymKeyTooShort(bytes: bytes.count, least: PseudonymKey.leastBytes)
      }
      return .pseudonyms(key)
    }
  }
}
