import UsageModel

/// Everything that was read of a file, added up by day, series and metric.
struct UsageTotals {
  struct Key: Hashable {
    let day: CalendarDay
    let series: SeriesKey
    let metric: String
  }

  struct Sums: Hashable {
    var tokens: Int64?
    var requests: Int64?
  }

  /// Without what holds no number.
  private(set) var sums: [Key: Sums] = [:]
  var receipt = UsageReceipt()

  mutating func add(_ batch: UsageBatch) {
    for point in batch.points {
      for metric in TokenMetric.allCases {
        add(
          Sums(
            tokens: point.counts[metric],
            requests: metric == .total ? point.counts.requests : nil),
          to: Key(day: point.day, series: point.series, metric: metric.rawValue))
      }
    }
    for other in batch.others {
      add(
        Sums(tokens: other.tokens, requests: other.requests),
        to: Key(day: other.day, series: other.series, metric: other.metric))
    }
  }

  var tokens: Int128 { sums.values.reduce(0) { $0 + Int128($1.tokens ?? 0) } }

  private mutating func add(_ new: Sums, to key: Key) {
    if new.tokens == nil, new.requests == nil { return }
    let known = sums[key] ?? Sums()
    sums[key] = Sums(
      tokens: added(known.tokens, new.tokens), requests: added(known.requests, new.requests))
  }
}

/// The reader refuses what does not fit, so this does.
private func added(_ left: Int64?, _ right: Int64?) -> Int64? {
  left == nil && right == nil ? nil : (left ?? 0) + (right ?? 0)
}
