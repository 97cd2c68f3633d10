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
  private let charging: Charging
  /// What the metered names stand for that were seen so far.
  private var resolved: [String: ResolvedModel] = [:]

  init(_ database: Database, _ charging: Charging) throws {
    addRow = try RepeatedStatement(database, "INSERT INTO stored_metered VALUES (\(places(7)))")
    self.charging = charging
  }

  mutating func add(_ usage: DayUsage, _ known: inout KnownEntities) throws {
    var sums: [Key: Sums] = [:]
    for (metered, counts) in addedUp(usage.usage) {
      let model = resolve(metered.model, on: usage.day, &known)
      let relation = charging.cachedRelation(of: model, at: metered.source)
      for (metric, count) in zip(totalFirst, counts) where count.isMetered {
        let key = Key(source: metered.source, metric: metric.rawValue, model: model.id)
        sums[key, default: Sums()].add(count)
        sums[key]?.counts = metric.isInAClass(relation)
      }
    }
    for other in usage.others {
      let model = resolve(other.model, on: usage.day, &known)
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

  /// - Parameter day: Not before the day of an earlier call.
  private mutating func resolve(
    _ metered: String, on day: CalendarDay, _ known: inout KnownEntities
  ) -> ResolvedModel {
    if let model = resolved[metered] { return model }
    let model = charging.model(of: metered)
    resolved[metered] = model
    known.meteredNames[model.id, default: []].insert(metered)
    known.models.add(model.id, usedOn: day)
    return model
  }
}

/// What was metered under one metric. Wide, so that adding up cannot overflow.
private struct MetricCount {
  var isMetered = false
  var tokens: Int128 = 0
  var requests: Int128?
}

/// One count per metric of `totalFirst`, for each source and metered model.
private func addedUp(_ usage: [MeteredUsage]) -> [(metered: MeteredModel, counts: [MetricCount])] {
  var places: [MeteredModel: Int] = [:]
  var result: [(metered: MeteredModel, counts: [MetricCount])] = []
  for entry in usage {
    let metered = MeteredModel(source: entry.source, model: entry.series.model)
    let place = places[metered] ?? result.count
    if place == result.count {
      places[metered] = place
      result.append((metered, Array(repeating: MetricCount(), count: totalFirst.count)))
    }
    var requests = entry.counts.requests
    for (index, metric) in totalFirst.enumerated() {
      guard let tokens = entry.counts[metric] else { continue }
      result[place].counts[index].isMetered = true
      result[place].counts[index].tokens += Int128(tokens)
      if let counted = requests {
        let before = result[place].counts[index].requests ?? 0
        result[place].counts[index].requests = before + Int128(counted)
      }
      requests = nil
    }
  }
  return result
}

/// Requests stand beside the metric that counts them, `Total Tokens` where there is one.
private let totalFirst = [TokenMetric.total] + TokenMetric.allCases.filter { $0 != .total }
