import GRDB
import Pricing
import UsageModel

/// Reads the usage of a snapshot one day at a time.
struct StoredDays {
  /// A dimension's text, and its place in byte order.
  private struct Name {
    let text: String
    let rank: Int
  }

  private let names: [Int64: Name]
  private let sources: [Int64: Name]
  private let points: RepeatedStatement
  private let others: RepeatedStatement

  init(_ database: Database) throws {
    var names: [Int64: Name] = [:]
    try RepeatedStatement(database, "SELECT id, text FROM dimension ORDER BY text")
      .forEachRow { names[$0.integer(0)] = Name(text: $0.text(1), rank: names.count) }
    self.names = names
    var sources: [Int64: Name] = [:]
    try RepeatedStatement(database, "SELECT id, name FROM source ORDER BY name")
      .forEachRow { sources[$0.integer(0)] = Name(text: $0.text(1), rank: sources.count) }
    self.sources = sources
    points = try RepeatedStatement(
      database,
      """
      SELECT series.source, subscription, feature, model, user, prompt, completion, total, cached,
        cache_write, reasoning, requests, point.series
      FROM point JOIN series ON series.id = point.series WHERE day = ? ORDER BY point.series
      """)
    others = try RepeatedStatement(
      database,
      """
      SELECT source.name, dimension.text, metric, sum(tokens), sum(requests)
      FROM other_point JOIN series ON series.id = other_point.series
      JOIN source ON source.id = series.source JOIN dimension ON dimension.id = series.model
      WHERE day = ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """)
  }

  /// - Throws: ``SnapshotError/countsTooLarge(source:)`` where the two points of a day do not fit.
  func usage(of day: CalendarDay) throws -> DayUsage {
    let dayNumber = [StoredValue.integer(Int64(day.daysSince1970))]
    var result = DayUsage(day: day)
    var entries: [(place: Place, usage: MeteredUsage)] = []
    var lastSeries: Int64 = -1
    try points.forEachRow(dayNumber) { row in
      let dimensions = (1...4).compactMap { names[row.integer(Int32($0))] }
      guard let source = sources[row.integer(0)], dimensions.count == 4 else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a series has no name")
      }
      var counts = row.counts(from: 5)
      if row.integer(12) == lastSeries, let first = entries.popLast() {
        guard let sum = first.usage.counts.adding(counts) else {
          throw SnapshotError.countsTooLarge(source: source.text)
        }
        counts = sum
      }
      lastSeries = row.integer(12)
      let series = SeriesKey(
        subscription: dimensions[0].text, user: dimensions[3].text, feature: dimensions[1].text,
        model: dimensions[2].text)
      entries.append(
        (
          Place(
            subscription: dimensions[0].rank, feature: dimensions[1].rank,
            model: dimensions[2].rank, user: dimensions[3].rank, source: source.rank),
          MeteredUsage(source: source.text, series: series, counts: counts)
        ))
    }
    result.usage = entries.sorted { $0.place < $1.place }.map(\.usage)
    try others.forEachRow(dayNumber) { row in
      result.others.append(
        OtherUsage(
          source: row.text(0), model: row.text(1), metric: row.text(2), tokens: row.integer(3),
          requests: row.integer(4)))
    }
    return result
  }
}

/// Where a series stands within its day.
private struct Place: Comparable {
  let subscription: Int
  let feature: Int
  let model: Int
  let user: Int
  let source: Int

  static func < (left: Place, right: Place) -> Bool {
    (left.subscription, left.feature, left.model, left.user, left.source)
      < (right.subscription, right.feature, right.model, right.user, right.source)
  }
}

extension StoredRow {
  /// Counts in seven columns, in the order of the tables.
  func counts(from column: Int32) -> TokenCounts {
    TokenCounts(
      prompt: optionalInteger(column), completion: optionalInteger(column + 1),
      total: optionalInteger(column + 2), cached: optionalInteger(column + 3),
      cacheWrite: optionalInteger(column + 4), reasoning: optionalInteger(column + 5),
      requests: optionalInteger(column + 6))
  }
}
