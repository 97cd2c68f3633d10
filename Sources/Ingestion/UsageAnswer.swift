import UsageModel

/// What all files of one import say together, as far as it is read.
struct UsageAnswer {
  var groups: UsageGroups
  private var metrics = MetricNames()
  private var days = DayReceipts()
  private var ignored: [Int32: Int64] = [:]
  private var repeatedItems: Int64 = 0

  /// - Parameter groupLimit: Groups kept before they are handed on.
  init(groupLimit: Int) {
    groups = UsageGroups(limit: groupLimit)
  }

  mutating func metric(named name: UnsafeRawBufferPointer) -> (number: Int32, metric: Metric) {
    metrics.number(of: name)
  }

  /// Counts a record of a metric that is not ours.
  mutating func ignore(metric: Int32) { ignored[metric, default: 0] += 1 }

  /// Counts a record that is there already.
  mutating func skipRepeatedItem() { repeatedItems += 1 }

  /// - Parameter series: Its day and month are set from `time`.
  mutating func add(
    _ counts: TokenCounts, to series: UsageKey, at time: RecordTime
  ) throws(RecordProblem) {
    guard let tokens = counts.allTokens, days.add(rows: 1, tokens: tokens, at: time),
      groups.add(counts, to: series, at: time)
    else { throw .sumTooLarge }
  }

  mutating func add(
    tokens: Int64, requests: Int64, ofMetric metric: Int32, to series: UsageKey, at time: RecordTime
  ) throws(RecordProblem) {
    guard days.add(rows: 0, tokens: tokens, at: time),
      groups.add(tokens: tokens, requests: requests, ofMetric: metric, to: series, at: time)
    else { throw .sumTooLarge }
  }

  mutating func flush(to receive: (UsageBatch) throws -> Void) rethrows {
    try groups.flush(metrics: metrics, to: receive)
  }

  var receipt: UsageReceipt {
    var ignoredMetrics: [String: Int64] = [:]
    for (metric, count) in ignored { ignoredMetrics[metrics.name(metric)] = count }
    return UsageReceipt(
      days: days.all, ignoredMetrics: ignoredMetrics, repeatedItems: repeatedItems)
  }
}

extension TokenCounts {
  /// A checksum, not a quantity: subsets are in it twice. nil where it does not fit into 64 bits.
  fileprivate var allTokens: Int64? {
    var sum: Int64 = 0
    var isTooLarge = false
    func add(_ count: Int64?) {
      let (next, overflow) = sum.addingReportingOverflow(count ?? 0)
      isTooLarge = isTooLarge || overflow
      sum = next
    }
    add(prompt)
    add(completion)
    add(total)
    add(cached)
    add(cacheWrite)
    add(reasoning)
    return isTooLarge ? nil : sum
  }
}
