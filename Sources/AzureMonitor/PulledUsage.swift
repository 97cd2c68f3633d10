import UsageModel

/// What one count belongs to.
struct UsagePlace: Hashable {
  let series: SeriesKey
  let day: CalendarDay
  let utcMonth: CalendarMonth
}

/// The usage of one window of days in the making.
package struct PulledUsage: Sendable {
  private struct OtherPlace: Hashable {
    let point: PointPlace
    let metric: String
  }

  private var series: [SeriesKey] = []
  private var numbers: [SeriesKey: Int32] = [:]
  private var points: [NumberedPoint] = []
  private var places: [PointPlace: Int] = [:]
  private var others: [OtherPlace: (tokens: Int64, requests: Int64)] = [:]
  private var lastSeries: (key: SeriesKey, number: Int32)?
  /// Only days that have records.
  package private(set) var days: [CalendarDay: DayReceipt] = [:]
  /// When the newest record of each day became visible to queries, where the service says so.
  package private(set) var lastIngested: [CalendarDay: Timestamp] = [:]

  package init() {}

  package var pointCount: Int { points.count + others.count }
  package var records: Int64 { days.values.reduce(0) { $0 + $1.rows } }

  /// - Returns: false where a sum does not fit into 64 bits.
  mutating func add(
    _ tokens: [(metric: String, count: Int64)], requests: Int64?, records: Int64,
    at place: UsagePlace, first: Timestamp?, last: Timestamp?, lastIngested: Timestamp?
  ) -> Bool {
    let point = PointPlace(
      series: number(of: place.series), day: place.day, utcMonth: place.utcMonth)
    var sum: Int64 = 0
    for (metric, count) in tokens {
      let (next, overflow) = sum.addingReportingOverflow(count)
      sum = next
      guard !overflow, add(count, of: metric, requests: requests, at: point) else { return false }
    }
    if let lastIngested { note(lastIngested, of: place.day) }
    return count(records, sum, of: place.day, first: first, last: last)
  }

  /// Adds the usage of another part of the same window.
  /// - Returns: false where a sum does not fit into 64 bits.
  mutating func add(_ other: PulledUsage) -> Bool {
    for point in other.points {
      let place = PointPlace(
        series: number(of: other.series[Int(point.place.series)]), day: point.place.day,
        utcMonth: point.place.utcMonth)
      guard add(point.counts, at: place) else { return false }
    }
    for (place, counts) in other.others {
      let point = PointPlace(
        series: number(of: other.series[Int(place.point.series)]), day: place.point.day,
        utcMonth: place.point.utcMonth)
      guard addOther(counts.tokens, of: place.metric, requests: counts.requests, at: point) else {
        return false
      }
    }
    for (day, receipt) in other.days {
      guard
        count(
          receipt.rows, receipt.tokens, of: day, first: receipt.first, last: receipt.last)
      else { return false }
    }
    for (day, newest) in other.lastIngested { note(newest, of: day) }
    return true
  }

  private mutating func note(_ ingested: Timestamp, of day: CalendarDay) {
    lastIngested[day] = max(lastIngested[day] ?? ingested, ingested)
  }

  private mutating func number(of key: SeriesKey) -> Int32 {
    if let lastSeries, lastSeries.key == key { return lastSeries.number }
    let number = numbers[key] ?? Int32(series.count)
    if Int(number) == series.count {
      numbers[key] = number
      series.append(key)
    }
    lastSeries = (key, number)
    return number
  }

  private mutating func add(
    _ tokens: Int64, of metric: String, requests: Int64?, at place: PointPlace
  ) -> Bool {
    guard let known = TokenMetric(rawValue: metric) else {
      return addOther(tokens, of: metric, requests: requests ?? 0, at: place)
    }
    // Metered calls are the item count of the totals.
    let requests = known == .total ? requests : nil
    if points.last?.place == place {
      return points[points.count - 1].counts.add(tokens, of: known, requests: requests)
    }
    var counts = CompactCounts()
    return counts.add(tokens, of: known, requests: requests) && add(counts, at: place)
  }

  private mutating func add(_ counts: CompactCounts, at place: PointPlace) -> Bool {
    if let index = places[place] { return points[index].counts.add(counts) }
    places[place] = points.count
    points.append(NumberedPoint(place: place, counts: counts))
    return true
  }

  private mutating func addOther(
    _ tokens: Int64, of metric: String, requests: Int64, at place: PointPlace
  ) -> Bool {
    let known = others[OtherPlace(point: place, metric: metric)] ?? (0, 0)
    let (tokenSum, overflow) = known.tokens.addingReportingOverflow(tokens)
    let (requestSum, carry) = known.requests.addingReportingOverflow(requests)
    others[OtherPlace(point: place, metric: metric)] = (tokenSum, requestSum)
    return !overflow && !carry
  }

  private mutating func count(
    _ records: Int64, _ tokens: Int64, of day: CalendarDay, first: Timestamp?, last: Timestamp?
  ) -> Bool {
    let noon = Timestamp(
      ticks: (Int64(day.daysSince1970) * 86_400 + 43_200) * Timestamp.ticksPerSecond)
    let first = first ?? last ?? noon
    let last = last ?? first
    guard var receipt = days[day] else {
      days[day] = DayReceipt(rows: records, tokens: tokens, first: first, last: max(first, last))
      return true
    }
    let (rowSum, overflow) = receipt.rows.addingReportingOverflow(records)
    let (tokenSum, carry) = receipt.tokens.addingReportingOverflow(tokens)
    receipt.rows = rowSum
    receipt.tokens = tokenSum
    receipt.first = min(receipt.first, first)
    receipt.last = max(receipt.last, last)
    days[day] = receipt
    return !overflow && !carry
  }

  /// What the snapshot takes.
  package var batch: UsageBatch {
    UsageBatch(
      series: series, numberedPoints: points,
      others: others.sorted {
        ($0.key.point.bits, $0.key.metric) < ($1.key.point.bits, $1.key.metric)
      }
      .map { place, counts in
        OtherPoint(
          series: series[Int(place.point.series)], day: place.point.day,
          utcMonth: place.point.utcMonth, metric: place.metric, tokens: counts.tokens,
          requests: counts.requests)
      })
  }
}
