import GRDB
import Pricing
import UsageModel

/// Everything the snapshot holds of one day, by the numbers of its series.
struct NumberedDay {
  let day: CalendarDay
  /// One entry per series: the two points of a day in which a UTC month ends are added up.
  var usage: [NumberedUsage] = []
  var others: [OtherUsage] = []
  /// Of every source that has any usage, also of those that do not count.
  var totals: [SourceTotal] = []
}

/// What one source metered on a day: for comparing sources, not for charging.
struct SourceTotal {
  let source: String
  /// Of each point its total, or its prompt and completion where these are more.
  var tokens: Int128 = 0
  var requests: Int128 = 0
}

/// Reads the usage of a snapshot one day at a time.
struct StoredDays {
  let series: StoredSeries
  private let points: RepeatedStatement
  private let others: RepeatedStatement
  private let cachedSeries: RepeatedStatement

  init(_ database: Database) throws {
    series = try StoredSeries(database)
    points = try RepeatedStatement(
      database,
      """
      SELECT series, prompt, completion, total, cached, cache_write, reasoning, requests
      FROM point WHERE day = ? ORDER BY series
      """)
    others = try RepeatedStatement(
      database,
      """
      SELECT source.name, dimension.text, metric, sum(tokens), sum(requests)
      FROM other_point JOIN series ON series.id = other_point.series
      JOIN source ON source.id = series.source JOIN dimension ON dimension.id = series.model
      WHERE day = ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """)
    cachedSeries = try RepeatedStatement(
      database, "SELECT series FROM point WHERE day = ? AND cached IS NOT NULL")
  }

  /// - Parameter counting: The sources whose usage is wanted; nil for all.
  /// - Throws: ``SnapshotError/countsTooLarge(source:)`` where the two points of a day do not fit.
  func usage(of day: CalendarDay, counting: Set<String>? = nil) throws -> NumberedDay {
    var result = NumberedDay(day: day)
    let isCounting = series.sources.map { counting?.contains($0) ?? true }
    var totals = series.sources.map { SourceTotal(source: $0) }
    var hasUsage = series.sources.map { _ in false }
    try points.forEachRow([number(of: day)]) { row in
      let number = try series.number(ofID: row.integer(0))
      let counts = row.counts(from: 1)
      let source = series.sourceOfSeries[number]
      hasUsage[source] = true
      totals[source].add(counts)
      guard isCounting[source] else { return }
      if let last = result.usage.indices.last, result.usage[last].series == number {
        guard let sum = result.usage[last].counts.adding(counts) else {
          throw SnapshotError.countsTooLarge(source: series.all[number].source)
        }
        result.usage[last].counts = sum
      } else {
        result.usage.append(NumberedUsage(series: number, counts: counts))
      }
    }
    result.totals = zip(totals, hasUsage).filter(\.1).map(\.0)
    try others.forEachRow([number(of: day)]) { row in
      guard counting?.contains(row.text(0)) ?? true else { return }
      result.others.append(
        OtherUsage(
          source: row.text(0), model: row.text(1), metric: row.text(2), tokens: row.integer(3),
          requests: row.integer(4)))
    }
    return result
  }

  /// The same by name.
  func namedUsage(of day: CalendarDay) throws -> DayUsage {
    let numbered = try usage(of: day)
    let named = numbered.usage.map { entry in
      let metered = series.all[entry.series]
      return MeteredUsage(source: metered.source, series: metered.key, counts: entry.counts)
    }
    return DayUsage(
      day: day, usage: named.sorted { places($0).lexicographicallyPrecedes(places($1)) },
      others: numbered.others)
  }

  /// Which sources counted cached tokens of which metered models at all on these days.
  func modelsWithCachedCount(on days: some Sequence<CalendarDay>) throws -> Set<MeteredModel> {
    var isCounted = series.models.map { _ in false }
    for day in days where isCounted.contains(false) {
      try cachedSeries.forEachRow([number(of: day)]) { row in
        isCounted[series.modelOfSeries[try series.number(ofID: row.integer(0))]] = true
      }
    }
    return Set(zip(series.models, isCounted).filter(\.1).map(\.0))
  }

  private func number(of day: CalendarDay) -> StoredValue { .integer(Int64(day.daysSince1970)) }
}

extension SourceTotal {
  fileprivate mutating func add(_ counts: TokenCounts) {
    let parts = Int128(counts.prompt ?? 0) + Int128(counts.completion ?? 0)
    tokens += max(parts, Int128(counts.total ?? 0))
    requests += Int128(counts.requests ?? 0)
  }
}

private func places(_ usage: MeteredUsage) -> [String] {
  let series = usage.series
  return [series.subscription, series.feature, series.model, series.user, usage.source]
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
