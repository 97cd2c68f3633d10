/// The metric names that are known, as the gateway writes them.
package enum TokenMetric: String, CaseIterable, Hashable, Sendable {
  case prompt = "Prompt Tokens"
  case completion = "Completion Tokens"
  case total = "Total Tokens"
  case cached = "Prompt Cached Tokens"
  case cacheWrite = "Prompt Cache Write Tokens"
  /// Inside `completion`.
  case reasoning = "Completion Reasoning Tokens"
}

extension TokenCounts {
  /// The count that a metric of this name is kept as.
  package subscript(metric: TokenMetric) -> Int64? {
    get {
      switch metric {
      case .prompt: prompt
      case .completion: completion
      case .total: total
      case .cached: cached
      case .cacheWrite: cacheWrite
      case .reasoning: reasoning
      }
    }
    set {
      switch metric {
      case .prompt: prompt = newValue
      case .completion: completion = newValue
      case .total: total = newValue
      case .cached: cached = newValue
      case .cacheWrite: cacheWrite = newValue
      case .reasoning: reasoning = newValue
      }
    }
  }
}
