import UsageModel

/// The dimensions of a series by the numbers of their texts, small enough to be looked up millions
/// of times.
struct UsageKey: Hashable {
  var subscription: Int32 = 0
  var user: Int32 = 0
  var feature: Int32 = 0
  var model: Int32 = 0
}

private struct OtherPlace: Hashable {
  let point: PointPlace
  let metric: Int32
}

private struct OtherCounts {
  let tokens: Int64
  let requests: Int64
}

/// Points in the making, until they are handed on.
struct UsageGroups {
  /// Other points handed on at once, so that the copies made for the receiver stay small.
  private static let batchSize = 4096
  /// Bytes of ids.
  private static let mostText = 1 << 25

  private let limit: Int
  private var texts = TextTable()
  private var series: [UsageKey] = []
  private var seriesPlaces = PlaceTable()
  private var lastSeries: Int32?
  private var points: [NumberedPoint] = []
  private var pointPlaces = PlaceTable()
  /// Records of one request follow each other, so the last point is often the next.
  private var lastPoint = 0
  private var others = GroupTable<OtherPlace, OtherCounts>()
  private var monthOfLastUTCDay: (day: CalendarDay, month: CalendarMonth)?
  /// Numbers of texts and series are good until this changes.
  private(set) var generation = 0

  /// - Parameter limit: Entries that are worth their memory.
  init(limit: Int) {
    self.limit = limit
    points.reserveCapacity(limit)
  }

  var isFull: Bool { points.count + others.count >= limit || texts.byteCount > Self.mostText }

  mutating func number(of text: UnsafeRawBufferPointer) -> Int32 { texts.number(of: text) }

  mutating func number(of key: UsageKey) -> Int32 {
    if let last = lastSeries, series[Int(last)] == key { return last }
    let number = findOrAdd(key)
    lastSeries = number
    return number
  }

  private mutating func findOrAdd(_ key: UsageKey) -> Int32 {
    let hashed = hash(of: key)
    if let known = seriesPlaces.first(hashed, where: { series[$0] == key }) { return Int32(known) }
    seriesPlaces.insert(hashed, place: Int32(series.count))
    series.append(key)
    return Int32(series.count - 1)
  }

  /// - Returns: false where a sum does not fit into 64 bits.
  mutating func add(_ counts: TokenCounts, to key: UsageKey, at time: RecordTime) -> Bool {
    let counts = CompactCounts(counts)
    return add(toSeries: number(of: key), at: time) { $0.add(counts) }
  }

  /// - Returns: false where a sum does not fit into 64 bits.
  mutating func add(
    _ tokens: Int64, of metric: TokenMetric, requests: Int64?, toSeries series: Int32,
    at time: RecordTime
  ) -> Bool {
    add(toSeries: series, at: time) { $0.add(tokens, of: metric, requests: requests) }
  }

  mutating func add(
    tokens: Int64, requests: Int64, ofMetric metric: Int32, to key: UsageKey, at time: RecordTime
  ) -> Bool {
    let counts = OtherCounts(tokens: tokens, requests: requests)
    let place = OtherPlace(point: place(ofSeries: number(of: key), at: time), metric: metric)
    return others.add(counts, to: place) {
      let (tokens, overflow) = $0.tokens.addingReportingOverflow($1.tokens)
      let (requests, carry) = $0.requests.addingReportingOverflow($1.requests)
      return overflow || carry ? nil : OtherCounts(tokens: tokens, requests: requests)
    }
  }

  /// Hands all points on and forgets them.
  mutating func flush(metrics: MetricNames, to receive: (UsageBatch) throws -> Void) rethrows {
    let keys = series.map(seriesKey)
    var handedOn: [NumberedPoint] = []
    swap(&handedOn, &points)
    let others = others
    // The tables are gone before the receiver needs memory of its own.
    self = UsageGroups(limit: limit, generation: generation + 1)
    if !handedOn.isEmpty {
      try receive(UsageBatch(series: keys, numberedPoints: handedOn))
    }
    for start in stride(from: 0, to: others.count, by: Self.batchSize) {
      let range = start..<min(start + Self.batchSize, others.count)
      try receive(
        UsageBatch(others: range.map { other(others.keys[$0], others.values[$0], keys, metrics) }))
    }
  }

  private init(limit: Int, generation: Int) {
    self.init(limit: limit)
    self.generation = generation
  }

  private mutating func add(
    toSeries series: Int32, at time: RecordTime, _ change: (inout CompactCounts) -> Bool
  ) -> Bool {
    let place = place(ofSeries: series, at: time)
    if lastPoint < points.count, points[lastPoint].place == place {
      return change(&points[lastPoint].counts)
    }
    let hashed = mixed(place.bits)
    if let known = pointPlaces.first(hashed, where: { points[$0].place == place }) {
      lastPoint = known
      return change(&points[known].counts)
    }
    var counts = CompactCounts()
    guard change(&counts) else { return false }
    lastPoint = points.count
    pointPlaces.insert(hashed, place: Int32(points.count))
    points.append(NumberedPoint(place: place, counts: counts))
    return true
  }

  private mutating func place(ofSeries series: Int32, at time: RecordTime) -> PointPlace {
    let month: CalendarMonth
    if let known = monthOfLastUTCDay, known.day == time.utcDay {
      month = known.month
    } else {
      month = time.utcDay.month
      monthOfLastUTCDay = (time.utcDay, month)
    }
    return PointPlace(series: series, day: time.day, utcMonth: month)
  }

  private func hash(of key: UsageKey) -> UInt64 {
    mixed(pair(key.subscription, key.user) ^ mixed(pair(key.feature, key.model)))
  }

  private func other(
    _ place: OtherPlace, _ counts: OtherCounts, _ keys: [SeriesKey], _ metrics: MetricNames
  ) -> OtherPoint {
    return OtherPoint(
      series: keys[Int(place.point.series)],
      day: place.point.day, utcMonth: place.point.utcMonth,
      metric: metrics.name(place.metric), tokens: counts.tokens, requests: counts.requests)
  }

  private func seriesKey(_ key: UsageKey) -> SeriesKey {
    SeriesKey(
      subscription: dimension(key.subscription), user: dimension(key.user),
      feature: dimension(key.feature), model: dimension(key.model))
  }

  private func dimension(_ number: Int32) -> String {
    number == 0 ? SeriesKey.unknown : texts.texts[Int(number)]
  }
}

private func pair(_ high: Int32, _ low: Int32) -> UInt64 {
  UInt64(UInt32(bitPattern: high)) << 32 | UInt64(UInt32(bitPattern: low))
}
