import UsageModel

/// What a metric name says is counted.
enum Metric: Hashable {
  case known(TokenMetric)
  /// Ends in ` Tokens`, and we do not know which.
  case other
  /// Nothing of ours.
  case ignored

  init(name: String) {
    if let metric = TokenMetric(rawValue: name) {
      self = .known(metric)
    } else {
      self = name.hasSuffix(" Tokens") ? .other : .ignored
    }
  }

  /// - Parameter requests: Kept on `Total Tokens` records only, where they are metered calls.
  func counts(tokens: Int64?, requests: Int64?) -> TokenCounts {
    guard case .known(let metric) = self else { return TokenCounts() }
    var counts = TokenCounts(requests: metric == .total ? requests : nil)
    counts[metric] = tokens
    return counts
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
