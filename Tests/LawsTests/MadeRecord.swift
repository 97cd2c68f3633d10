/// One line of a metrics file.
struct MadeRecord {
  /// Seconds since 1970, in UTC.
  var second: Int
  var subscription: String
  var user: String
  var feature: String
  var model: String
  /// Tokens by metric name: one in an export or a long CSV file, any in a wide one.
  var tokens: [(metric: String, count: Int64)]
  /// nil where the line does not say.
  var requests: Int64?
}

/// A place usage comes from, with everything it delivers.
struct MadeSource {
  enum Format: CaseIterable {
    case azureMonitorExport
    /// One column per metric.
    case wideCSV
    /// One metric a row.
    case longCSV
  }

  let name: String
  let format: Format
  /// CSV only: whether lines name days without a time.
  let writesWholeDays: Bool
  let daysAreUTC: Bool
  /// The last day it delivers, where it has ended: `2026-10-31`.
  var until: String?
  var records: [MadeRecord]
}
