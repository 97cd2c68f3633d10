import UsageModel

/// What a metric name says is counted.
enum Metric: Hashable {
  case prompt, completion, total, cached, reasoning
  /// Ends in ` Tokens`, and we do not know which.
  case other
  /// Nothing of ours.
  case ignored

  init(name: String) {
    switch name {
    case "Prompt Tokens": self = .prompt
    case "Completion Tokens": self = .completion
    case "Total Tokens": self = .total
    case "Prompt Cached Tokens": self = .cached
    case "Completion Reasoning Tokens": self = .reasoning
    default: self = name.hasSuffix(" Tokens") ? .other : .ignored
    }
  }

  /// - Parameter requests: Kept on `Total Tokens` records only, where they are metered calls.
  func counts(tokens: Int64?, requests: Int64?) -> TokenCounts {
    switch self {
    case .prompt: TokenCounts(prompt: tokens)
    case .completion: TokenCounts(completion: tokens)
    case .total: TokenCounts(total: tokens, requests: requests)
    case .cached: TokenCounts(cached: tokens)
    case .reasoning: TokenCounts(reasoning: tokens)
    case .other, .ignored: TokenCounts()
    }
  }
}

/// The metric names of an import, each looked at once.
struct MetricNames {
  private var names = TextTable()
  private var metrics = [Metric.ignored]

  mutating func number(of name: UnsafeRawBufferPointer) -> (number: Int32, metric: Metric) {
    let number = names.number(of: name)
    if Int(number) == metrics.count { metrics.append(Metric(name: names.texts[Int(number)])) }
    return (number, metrics[Int(number)])
  }

  func name(_ number: Int32) -> String { names.texts[Int(number)] }
}
