import UsageModel

/// Why a row of an answer cannot be counted.
package enum RowProblem: Error, Hashable {
  case missingColumn(String)
  /// A cell that does not hold what its column should.
  case badCell(column: String, row: Int, text: String)
  /// Records whose value is negative, has a fraction or is no number at all.
  case faultyRecords(day: CalendarDay, metric: String, count: Int64)
  /// A day that was not asked for: the service cuts days otherwise than we do.
  case dayOutside(CalendarDay)
  /// A sum of tokens or requests that does not fit into 64 bits.
  case tooLarge(day: CalendarDay)
}

extension RowProblem {
  var inWords: String {
    switch self {
    case .missingColumn(let name): "the answer has no column '\(name)'"
    case .badCell(let column, let row, let text):
      "row \(row) has '\(text)' in the column '\(column)'"
    case .faultyRecords(let day, let metric, let count):
      "\(count) records of \(day)" + (metric.isEmpty ? "" : " of the metric '\(metric)'")
        + " have a value that is negative, fractional or no number"
    case .dayOutside(let day):
      "the answer has the day \(day), which was not asked for"
    case .tooLarge(let day): "the counts of \(day) are too large to be added up (9.2 × 10¹⁸)"
    }
  }

  func remedy(source: String) -> String {
    switch self {
    case .missingColumn, .badCell:
      "type: tokenbook pull \(source) --show-query, and run the query in the portal"
    case .faultyRecords, .tooLarge: "look for wrong records at the source"
    case .dayOutside:
      "the service knows other rules of the time zone than this machine: update the package tzdata"
    }
  }
}
