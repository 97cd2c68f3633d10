import Foundation
import Tables

/// Why a table could not be turned into what a page shows.
package enum AnalysisError: Error, Hashable {
  /// The result of a query lacks a column that is needed.
  case missingColumn(column: String, columns: [String])
  /// A cell of a column of days or months is something else.
  case notADate(column: String, cell: Cell)
  /// A cell that has to be added up is no whole number.
  case notWhole(column: String, cell: Cell)
  /// A cell that has to be drawn is no number.
  case notANumber(column: String, cell: Cell)
  /// Two rows for one place, whose values cannot be added up. The series is empty where there is one.
  case twoRows(column: String, period: String, series: String)
  /// A sum does not fit into 64 bits.
  case tooLarge(column: String)
}

extension AnalysisError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .missingColumn(let column, _):
      "the query has no column '\(column)'"
    case .notADate(let column, let cell):
      "'\(written(cell))' in column '\(column)' is no date"
    case .notWhole(let column, let cell):
      "'\(written(cell))' in column '\(column)' is no whole number and cannot be added up exactly"
    case .notANumber(let column, let cell):
      "'\(written(cell))' in column '\(column)' is no number"
    case .twoRows(let column, let period, let series):
      "two rows give '\(column)' for '\(period)'" + (series.isEmpty ? "" : " and '\(series)'")
        + ", and such values cannot be added up"
    case .tooLarge(let column):
      "the sum of column '\(column)' does not fit into 64 bits"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .missingColumn(let column, let columns):
      "select '\(column)' in the query; it has \(columns.map { "'\($0)'" }.joined(separator: ", "))"
    case .notADate(let column, _):
      "select a day like 2026-10-31 or a month like 2026-10 as '\(column)'"
    case .notWhole(let column, _):
      "use an integer for '\(column)': sum(tokens), spend(cost), not a division"
    case .notANumber(let column, _):
      "select a number or NULL as '\(column)'"
    case .twoRows:
      "group the query so that each place has one row"
    case .tooLarge(let column):
      "check the values of '\(column)' at the source"
    }
  }
}

private func written(_ cell: Cell) -> String {
  switch cell {
  case .null: "NULL"
  case .integer(let number): String(number)
  case .real(let number): "\(number)"
  case .text(let text): text
  }
}
