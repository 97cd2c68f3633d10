import Pricing
import UsageModel

extension TokenMetric {
  /// Whether tokens of this name are in a token class, and so in `tokens` (contract.md 3).
  func isInAClass(_ relation: CachedRelation) -> Bool {
    switch self {
    case .prompt, .completion, .cacheWrite: true
    case .cached: relation != .unknown
    case .total, .reasoning: false
    }
  }
}
