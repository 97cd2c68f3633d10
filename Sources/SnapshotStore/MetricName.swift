import Pricing
import UsageModel

/// The metric names that token counts came under, as the gateway writes them.
enum MetricName {
  static let total = "Total Tokens"

  /// What the counts of a series say under which name, in a fixed order.
  static func counts(in counts: TokenCounts) -> [(metric: String, tokens: Int64?)] {
    [
      ("Prompt Tokens", counts.prompt),
      ("Completion Tokens", counts.completion),
      (total, counts.total),
      ("Prompt Cached Tokens", counts.cached),
      ("Prompt Cache Write Tokens", counts.cacheWrite),
      ("Completion Reasoning Tokens", counts.reasoning),
    ]
  }

  /// Whether tokens of this name are in a token class, and so in `tokens` (contract.md 3).
  static func isInAClass(_ metric: String, _ relation: CachedRelation) -> Bool {
    switch metric {
    case "Prompt Tokens", "Completion Tokens", "Prompt Cache Write Tokens": true
    case "Prompt Cached Tokens": relation != .unknown
    default: false
    }
  }
}
