import GRDB
import UsageModel

/// The answer of one import, added up in temporary tables: memory stays bounded, and nothing of the
/// snapshot has changed yet.
struct StagedUsage {
  let database: Database
  private(set) var interning: SeriesInterning
  private let addPoint: RepeatedStatement
  private let addOther: RepeatedStatement

  init(_ database: Database, source: Int64) throws {
    self.database = database
    try database.execute(sql: stagingTables)
    interning = try SeriesInterning(database, source: source)
    addPoint = try RepeatedStatement(database, addingPoint)
    addOther = try RepeatedStatement(database, addingOther)
  }

  mutating func add(_ batch: UsageBatch) throws {
    for point in batch.points {
      let counts = point.counts
      try addPoint.run([
        .integer(Int64(point.day.daysSince1970)),
        .integer(try interning.number(of: point.series)),
        .integer(monthNumber(point.utcMonth)),
        .optional(counts.prompt), .optional(counts.completion), .optional(counts.total),
        .optional(counts.cached), .optional(counts.cacheWrite), .optional(counts.reasoning),
        .optional(counts.requests),
      ])
    }
    for other in batch.others {
      try addOther.run([
        .integer(Int64(other.day.daysSince1970)),
        .integer(try interning.number(of: other.series)),
        .integer(monthNumber(other.utcMonth)),
        .text(storable(other.metric)), .integer(other.tokens), .integer(other.requests),
      ])
    }
  }

  /// Every day that has a point.
  func days() throws -> [CalendarDay] {
    var days: [CalendarDay] = []
    try RepeatedStatement(
      database, "SELECT day FROM staged_point UNION SELECT day FROM staged_other ORDER BY day"
    ).forEachRow { days.append(CalendarDay(daysSince1970: Int($0.integer(0)))) }
    return days
  }

  func tokensByMetric() throws -> [MetricTokens] {
    var totals: [MetricTokens] = []
    try RepeatedStatement(
      database,
      """
      SELECT sum(prompt), sum(completion), sum(total), sum(cached), sum(cache_write), sum(reasoning)
      FROM staged_point
      """
    ).forEachRow { row in
      let counts = TokenCounts(
        prompt: row.optionalInteger(0), completion: row.optionalInteger(1),
        total: row.optionalInteger(2), cached: row.optionalInteger(3),
        cacheWrite: row.optionalInteger(4), reasoning: row.optionalInteger(5))
      for metric in TokenMetric.allCases {
        guard let tokens = counts[metric] else { continue }
        totals.append(MetricTokens(metric: metric.rawValue, tokens: tokens))
      }
    }
    try RepeatedStatement(
      database, "SELECT metric, sum(tokens) FROM staged_other GROUP BY metric ORDER BY metric"
    ).forEachRow { totals.append(MetricTokens(metric: $0.text(0), tokens: $0.integer(1))) }
    return totals
  }

  func drop() throws {
    try database.execute(sql: "DROP TABLE temp.staged_point; DROP TABLE temp.staged_other")
  }
}

func monthNumber(_ month: CalendarMonth) -> Int64 { Int64(month.year * 12 + month.month - 1) }

// A sum that does not fit becomes a REAL, which a STRICT column refuses: nothing is cut off.
private let stagingTables = """
  CREATE TEMP TABLE staged_point (
    day INTEGER NOT NULL, series INTEGER NOT NULL, utc_month INTEGER NOT NULL,
    prompt INTEGER CHECK (prompt >= 0), completion INTEGER CHECK (completion >= 0),
    total INTEGER CHECK (total >= 0), cached INTEGER CHECK (cached >= 0),
    cache_write INTEGER CHECK (cache_write >= 0), reasoning INTEGER CHECK (reasoning >= 0),
    requests INTEGER CHECK (requests >= 0),
    PRIMARY KEY (day, series, utc_month)
  ) STRICT, WITHOUT ROWID;
  CREATE TEMP TABLE staged_other (
    day INTEGER NOT NULL, series INTEGER NOT NULL, utc_month INTEGER NOT NULL,
    metric TEXT NOT NULL, tokens INTEGER NOT NULL CHECK (tokens >= 0),
    requests INTEGER NOT NULL CHECK (requests >= 0),
    PRIMARY KEY (day, series, utc_month, metric)
  ) STRICT, WITHOUT ROWID;
  """

private let countColumns = [
  "prompt", "completion", "total", "cached", "cache_write", "reasoning", "requests",
]

private let addingPoint = """
  INSERT INTO temp.staged_point VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (day, series, utc_month) DO UPDATE SET
  """
  + countColumns.map { column in
    " \(column) = iif(\(column) IS NULL, excluded.\(column),"
      + " iif(excluded.\(column) IS NULL, \(column), \(column) + excluded.\(column)))"
  }.joined(separator: ",")

private let addingOther = """
  INSERT INTO temp.staged_other VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (day, series, utc_month, metric) DO UPDATE SET
    tokens = tokens + excluded.tokens, requests = requests + excluded.requests
  """
