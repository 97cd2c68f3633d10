import UsageModel

/// What all files of one import say together, as far as it is read.
struct UsageAnswer {
  var groups: UsageGroups
  var selection: DaySelection
  private var metrics = MetricNames()
  private var days = DayReceipts()
  private var ignored: [Int32: Int64] = [:]
  private var repeatedItems: Int64 = 0
  private var doubts: [UsageDoubt: Int64] = [:]
  private let acceptedDays: ClosedRange<CalendarDay>
  private var lastAccepted: CalendarDay?

  /// - Parameters:
  ///   - groupLimit: Groups kept before they are handed on.
  ///   - since: Earlier days do not count.
  ///   - acceptedDays: A record of another day is refused.
  init(
    groupLimit: Int, since: CalendarDay? = nil, acceptedDays: ClosedRange<CalendarDay> = anyDay
  ) {
    groups = UsageGroups(limit: groupLimit)
    selection = DaySelection(since: since)
    self.acceptedDays = acceptedDays
  }

  mutating func metric(named name: UnsafeRawBufferPointer) -> (number: Int32, metric: Metric) {
    metrics.number(of: name)
  }

  /// Counts a record of a metric that is not ours.
  mutating func ignore(metric: Int32) { ignored[metric, default: 0] += 1 }

  /// Refuses a record of a day that cannot be right. What is added is checked in any case; a record
  /// that leaves a trace before that is checked first.
  mutating func accept(_ day: CalendarDay) throws(RecordProblem) {
    if day == lastAccepted { return }
    if day < acceptedDays.lowerBound { throw .tooEarly(day, earliest: acceptedDays.lowerBound) }
    if day > acceptedDays.upperBound { throw .tooLate(day) }
    lastAccepted = day
  }

  /// Counts a record that is there already.
  mutating func skipRepeatedItem(at time: RecordTime) {
    repeatedItems += 1
    // Also a copy makes its file one of the day's: the other may be gone the next time.
    _ = selection.takes(time.day)
  }

  /// Counts a record about which something had to be decided.
  mutating func doubt(_ doubt: UsageDoubt) { doubts[doubt, default: 0] += 1 }

  /// Notes that the answer speaks of a time, whether or not anything was used.
  mutating func attend(at time: RecordTime) throws(RecordProblem) {
    try accept(time.day)
    guard selection.takes(time.day) else { return }
    guard days.add(rows: 0, tokens: 0, at: time) else { throw .sumTooLarge }
  }

  mutating func add(
    _ counts: TokenCounts, to series: UsageKey, at time: RecordTime
  ) throws(RecordProblem) {
    try accept(time.day)
    guard selection.takes(time.day) else { return }
    guard let tokens = counts.allTokens, days.add(rows: 1, tokens: tokens, at: time),
      groups.add(counts, to: series, at: time)
    else { throw .sumTooLarge }
  }

  /// Adds one record of a known metric.
  /// - Parameter series: A number of `groups`.
  mutating func add(
    _ tokens: Int64, of metric: TokenMetric, requests: Int64?, toSeries series: Int32,
    at time: RecordTime
  ) throws(RecordProblem) {
    try accept(time.day)
    guard selection.takes(time.day) else { return }
    guard days.add(rows: 1, tokens: tokens, at: time),
      groups.add(tokens, of: metric, requests: requests, toSeries: series, at: time)
    else { throw .sumTooLarge }
  }

  mutating func add(
    tokens: Int64, requests: Int64, ofMetric metric: Int32, to series: UsageKey, at time: RecordTime
  ) throws(RecordProblem) {
    try accept(time.day)
    guard selection.takes(time.day) else { return }
    guard days.add(rows: 0, tokens: tokens, at: time),
      groups.add(tokens: tokens, requests: requests, ofMetric: metric, to: series, at: time)
    else { throw .sumTooLarge }
  }

  mutating func flush(to receive: (UsageBatch) throws -> Void) rethrows {
    try groups.flush(metrics: metrics, to: receive)
  }

  /// Records of metrics that are not ours, by name.
  var ignoredMetrics: [String: Int64] {
    var counts: [String: Int64] = [:]
    for (metric, count) in ignored { counts[metrics.name(metric)] = count }
    return counts
  }

  var receipt: UsageReceipt {
    UsageReceipt(
      days: days.all, ignoredMetrics: ignoredMetrics, repeatedItems: repeatedItems,
      doubts: doubts)
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
