import UsageModel

/// Raised by one whenever a new version reads the same bytes otherwise.
private let readerVersion = 1

extension SourceFormat {
  /// Whether what a file says does not depend on the files before it: differences of cumulative sums
  /// do.
  var filesStandAlone: Bool {
    if case .openTelemetry = self { return false }
    return true
  }

  /// Stands for everything but its bytes that decides what a file says.
  func rulesNumber(calendar: LocalCalendar) -> Int64 {
    let text = "\(readerVersion)\u{0}\(calendar.identifier)\u{0}\(rules)"
    return Array(text.utf8).withUnsafeBytes { Int64(truncatingIfNeeded: itemHash($0)) }
  }

  private var rules: String {
    guard case .csv(let mapping) = self else { return "\(self)" }
    func sorted(_ texts: [CSVMapping.Role: String]) -> String {
      texts.map { "\($0.key.rawValue)\u{0}\($0.value)\u{0}" }.sorted().joined()
    }
    return [
      "csv", sorted(mapping.columns), sorted(mapping.constants), mapping.timeZoneOfData,
      "\(mapping.daysAreUTC)",
    ].joined(separator: "\u{0}\u{0}")
  }
}
