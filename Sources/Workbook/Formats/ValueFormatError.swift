import Foundation
import Tables

/// Why a value cannot be written in a format.
package enum ValueFormatError: Error, Hashable {
  /// Money that was divided or averaged: no longer exact.
  case realMoney(format: ValueFormat, number: Double)
  case notWhole(format: ValueFormat, text: String)
  case notANumber(format: ValueFormat, text: String)
  case notADate(format: ValueFormat, text: String)
}

extension ValueFormatError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .realMoney(let format, let number):
      "'\(number)' is not a whole number of nano, and '\(format.rawValue)' writes money"
    case .notWhole(let format, let text):
      "'\(text)' is not a whole number of nano, and '\(format.rawValue)' writes money"
    case .notANumber(let format, let text):
      "'\(text)' is not a number, and '\(format.rawValue)' writes numbers"
    case .notADate(let format, let text):
      "'\(text)' is not a \(format == .month ? "month" : "day"), and '\(format.rawValue)' "
        + "writes dates"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .realMoney, .notWhole:
      "use an integer in nano: sum(cost), spend(cost), not a division; "
        + "per_million(cost, tokens) for a price"
    case .notANumber:
      "use a column of numbers, or the format 'text'"
    case .notADate(let format, _):
      format == .month
        ? "use a month such as 2026-10 or a day such as 2026-10-31"
        : "use a day such as 2026-10-31"
    }
  }
}
