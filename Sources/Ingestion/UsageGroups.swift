import UsageModel

/// A series, local day and UTC month, small enough to be looked up millions of times.
struct UsageKey: Hashable {
  /// Numbers of texts.
  var subscription: Int32 = 0
  var user: Int32 = 0
  var feature: Int32 = 0
  var model: Int32 = 0
  fileprivate var daysSince1970: Int32 = 0
  /// Months since the year 0.
  fileprivate var utcMonthOrdinal: Int32 = 0

  func hash(into hasher: inout Hasher) {
    hasher.combine(
      UInt64(UInt32(bitPattern: subscription)) << 32 | UInt64(UInt32(bitPattern: user)))
    hasher.combine(UInt64(UInt32(bitPattern: feature)) << 32 | UInt64(UInt32(bitPattern: model)))
    hasher.combine(UInt64(UInt32(bitPattern: daysSince1970)) << 32 | UInt64(utcMonthOrdinal))
  }
}

private struct OtherKey: Hashable {
  let usage: UsageKey
  let metric: Int32
}

private struct OtherCounts {
  let tokens: Int64
  let requests: Int64
}

/// Points in the making, until they are handed on.
struct UsageGroups {
  /// Points handed on at once, so that the copies made for the receiver stay small.
  private static let batchSize = 4096
  /// Bytes of ids.
  private static let mostText = 1 << 25

  private let limit: Int
  private var texts = TextTable()
  private var points = GroupTable<UsageKey, TokenCounts>()
  private var others = GroupTable<OtherKey, OtherCounts>()
  private var monthOfLastUTCDay: (day: CalendarDay, ordinal: Int32)?

  /// - Parameter limit: Entries that are worth their memory.
  init(limit: Int) {
    self.limit = limit
  }

  var isFull: Bool { points.count + others.count >= limit || texts.byteCount > Self.mostText }

  mutating func number(of text: UnsafeRawBufferPointer) -> Int32 { texts.number(of: text) }

  /// - Returns: false where a sum does not fit into 64 bits.
  mutating func add(_ counts: TokenCounts, to series: UsageKey, at time: RecordTime) -> Bool {
    points.add(counts, to: dated(series, time)) { $0.adding($1) }
  }

  mutating func add(
    tokens: Int64, requests: Int64, ofMetric metric: Int32, to series: UsageKey, at time: RecordTime
  ) -> Bool {
    let counts = OtherCounts(tokens: tokens, requests: requests)
    return others.add(counts, to: OtherKey(usage: dated(series, time), metric: metric)) {
      let (tokens, overflow) = $0.tokens.addingReportingOverflow($1.tokens)
      let (requests, carry) = $0.requests.addingReportingOverflow($1.requests)
      return overflow || carry ? nil : OtherCounts(tokens: tokens, requests: requests)
    }
  }

  /// Hands all points on and forgets them.
  mutating func flush(metrics: MetricNames, to receive: (UsageBatch) throws -> Void) rethrows {
    for start in stride(from: 0, to: points.count, by: Self.batchSize) {
      let range = start..<min(start + Self.batchSize, points.count)
      try receive(UsageBatch(points: range.map { point(points.keys[$0], points.values[$0]) }))
    }
    for start in stride(from: 0, to: others.count, by: Self.batchSize) {
      let range = start..<min(start + Self.batchSize, others.count)
      try receive(
        UsageBatch(others: range.map { other(others.keys[$0], others.values[$0], metrics) }))
    }
    points.removeAll()
    others.removeAll()
    texts.removeAll()
  }

  private mutating func dated(_ series: UsageKey, _ time: RecordTime) -> UsageKey {
    var key = series
    key.daysSince1970 = Int32(time.day.daysSince1970)
    if let known = monthOfLastUTCDay, known.day == time.utcDay {
      key.utcMonthOrdinal = known.ordinal
    } else {
      let month = time.utcDay.month
      key.utcMonthOrdinal = Int32(month.year * 12 + month.month - 1)
      monthOfLastUTCDay = (time.utcDay, key.utcMonthOrdinal)
    }
    return key
  }

  private func point(_ key: UsageKey, _ counts: TokenCounts) -> UsagePoint {
    UsagePoint(series: series(key), day: day(key), utcMonth: utcMonth(key), counts: counts)
  }

  private func other(_ key: OtherKey, _ counts: OtherCounts, _ metrics: MetricNames) -> OtherPoint {
    OtherPoint(
      series: series(key.usage), day: day(key.usage), utcMonth: utcMonth(key.usage),
      metric: metrics.name(key.metric), tokens: counts.tokens, requests: counts.requests)
  }

  private func series(_ key: UsageKey) -> SeriesKey {
    SeriesKey(
      subscription: dimension(key.subscription), user: dimension(key.user),
      feature: dimension(key.feature), model: dimension(key.model))
  }

  private func dimension(_ number: Int32) -> String {
    number == 0 ? SeriesKey.unknown : texts.texts[Int(number)]
  }

  private func day(_ key: UsageKey) -> CalendarDay {
    CalendarDay(daysSince1970: Int(key.daysSince1970))
  }

  private func utcMonth(_ key: UsageKey) -> CalendarMonth {
    let ordinal = Int(key.utcMonthOrdinal)
    return CalendarMonth(year: ordinal / 12, month: ordinal % 12 + 1)
  }
}
