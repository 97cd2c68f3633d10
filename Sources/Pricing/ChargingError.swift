import Foundation
import UsageModel

/// Why the usage of a day could not be charged.
package enum ChargingError: Error, Hashable {
  /// Tokens, requests or an amount of one charge do not fit into 64 bits.
  case tooLarge(subscription: String, feature: String, model: String, day: CalendarDay)
}

extension ChargingError: LocalizedError {
  package var errorDescription: String? {
    switch self {
    case .tooLarge(let subscription, let feature, let model, let day):
      "the usage of subscription '\(subscription)', feature '\(feature)' and model '\(model)' on "
        + "\(day) is too large to be added up (9.2 billion in money, 9.2 × 10¹⁸ tokens)"
    }
  }

  package var recoverySuggestion: String? {
    switch self {
    case .tooLarge(_, _, let model, let day):
      "check the records of \(day) at the source, and the price of '\(model)' in rates.csv"
    }
  }
}
