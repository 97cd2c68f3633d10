import GRDB
import Pricing
import UsageModel

/// Writes what was metered under which name, one day at a time.
struct MeteredRows {
  private struct Key: Hashable {
    let source: String
    let metric: String
    let model: String
  }

  private struct Sums {
    var tokens: Int128 = 0
    var requests: Int128?
    var counts = false

    mutating func add(_ count: MetricCount) {
      tokens += count.tokens
      if let counted = count.requests { requests = (requests ?? 0) + counted }
    }
  }

  private let addRow: RepeatedStatement
  private let series: StoredSeries
  private let models: MeteredModels

  init(_ database: Database, _ series: StoredSeries, _ models: MeteredModels) throws {
    addRow = try RepeatedStatement(database, "INSERT INTO stored_metered VALUES (\(places(7)))")
    self.series = series
    self.models = models
  }

  func add(_ usage: NumberedDay, _ month: inout MonthSummary) throws {
    var sums: [Key: Sums] = [:]
    for (number, counts) in addedUp(usage.usage).enumerated() {
      guard counts.contains(where: \.isMetered) else { continue }
      let metered = series.models[number]
      let model = models.model(of: metered.model)
      month.enter(metered.model, as: model.id, on: usage.day)
      let relation = models.cachedRelation(of: model, at: metered.source)
      for (metric, count) in zip(totalFirst, counts) where count.isMetered {
        let key = Key(source: metered.source, metric: metric.rawValue, model: model.id)
        sums[key, default: Sums()].add(count)
        sums[key]?.counts = metric.isInAClass(relation)
      }
    }
    for other in usage.others {
      let model = models.model(of: other.model)
      month.enter(other.model, as: model.id, on: usage.day)
      let key = Key(source: other.source, metric: other.metric, model: model.id)
      sums[key, default: Sums()].add(
        MetricCount(
          isMetered: true, tokens: Int128(other.tokens), requests: Int128(other.requests)))
    }
    try write(sums, of: usage.day)
  }

  private func write(_ sums: [Key: Sums], of day: CalendarDay) throws {
    for (key, sums) in sums {
      guard let tokens = Int64(exactly: sums.tokens),
        let requests = Int64(exactly: sums.requests ?? 0)
      else { throw SnapshotError.countsTooLarge(source: key.source) }
      try addRow.run([
        .text(day.description), .text(key.source), .text(key.metric), .text(key.model),
        .integer(tokens), .optional(sums.requests == nil ? nil : requests),
        .integer(sums.counts ? 1 : 0),
      ])
    }
  }

  /// One count per metric of `totalFirst`, for each metered model.
  private func addedUp(_ usage: [NumberedUsage]) -> [[MetricCount]] {
    var result = series.models.map { _ in
      Array(repeating: MetricCount(), count: totalFirst.count)
    }
    for entry in usage {
      let model = series.modelOfSeries[entry.series]
      var requests = entry.counts.requests
      for (index, metric) in totalFirst.enumerated() {
        guard let tokens = entry.counts[metric] else { continue }
        result[model][index].add(tokens: tokens, requests: requests)
        requests = nil
      }
    }
    return result
  }
}

/// What was metered under one metric. Wide, so that adding up cannot overflow.
private struct MetricCount {
  var isMetered = false
  var tokens: Int128 = 0
  var requests: Int128?

  mutating func add(tokens count: Int64, requests counted: Int64?) {
    isMetered = true
    tokens += Int128(count)
    if let counted { requests = (requests ?? 0) + Int128(counted) }
  }
}

/// Requests stand beside the metric that counts them, `Total Tokens` where there is one.
private let totalFirst = [TokenMetric.total] + TokenMetric.allCases.filter { $0 != .total }
