import GRDB
import Pricing
import UsageModel

/// Writes what was metered under which name, one day at a time.
struct MeteredRows {
  private struct Key: Hashable {
    let source: String
    let metric: String
    let model: Int64
  }

  private struct Sums {
    var tokens: Int128 = 0
    var requests: Int128?
    var counts = false

    mutating func add(_ tokens: Int64, _ requests: Int64?) {
      self.tokens += Int128(tokens)
      if let requests { self.requests = (self.requests ?? 0) + Int128(requests) }
    }
  }

  private let addRow: RepeatedStatement
  private let charging: Charging

  init(_ database: Database, _ charging: Charging) throws {
    addRow = try RepeatedStatement(database, "INSERT INTO stored_metered VALUES (\(places(7)))")
    self.charging = charging
  }

  func add(_ usage: DayUsage, _ known: inout KnownEntities) throws {
    var sums: [Key: Sums] = [:]
    for entry in usage.usage {
      let (model, resolved) = resolve(entry.series.model, on: usage.day, &known)
      let relation = charging.cachedRelation(of: resolved, at: entry.source)
      var requests = entry.counts.requests
      for metric in totalFirst {
        guard let tokens = entry.counts[metric] else { continue }
        let key = Key(source: entry.source, metric: metric.rawValue, model: model)
        sums[key, default: Sums()].add(tokens, requests)
        sums[key]?.counts = metric.isInAClass(relation)
        requests = nil
      }
    }
    for other in usage.others {
      let (model, _) = resolve(other.model, on: usage.day, &known)
      let key = Key(source: other.source, metric: other.metric, model: model)
      sums[key, default: Sums()].add(other.tokens, other.requests)
    }
    try write(sums, of: usage.day)
  }

  private func write(_ sums: [Key: Sums], of day: CalendarDay) throws {
    for (key, sums) in sums {
      guard let tokens = Int64(exactly: sums.tokens),
        let requests = Int64(exactly: sums.requests ?? 0)
      else { throw SnapshotError.countsTooLarge(source: key.source) }
      try addRow.run([
        .text(day.description), .text(key.source), .text(key.metric), .integer(key.model),
        .integer(tokens), .optional(sums.requests == nil ? nil : requests),
        .integer(sums.counts ? 1 : 0),
      ])
    }
  }

  private func resolve(
    _ metered: String, on day: CalendarDay, _ known: inout KnownEntities
  ) -> (key: Int64, model: ResolvedModel) {
    let model = charging.model(of: metered)
    known.meteredNames[model.id, default: []].insert(metered)
    return (known.models.key(of: model.id, usedOn: day), model)
  }
}

/// Requests stand beside the metric that counts them, `Total Tokens` where there is one.
private let totalFirst = [TokenMetric.total] + TokenMetric.allCases.filter { $0 != .total }
