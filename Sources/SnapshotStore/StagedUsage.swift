import GRDB
import UsageModel

/// The answer of one import before anything of the snapshot has changed.
///
/// What comes in one batch stays in memory as it came; with a second one, the points are added up
/// in temporary tables: memory stays bounded.
struct StagedUsage {
  let database: Database
  private(set) var interning: SeriesInterning
  private var held: HeldPoints?
  private var isSpilled = false
  private let addPoint: RepeatedStatement
  private let addOther: RepeatedStatement
  private let pointsOfDay: RepeatedStatement

  init(_ database: Database, source: Int64) throws {
    self.database = database
    try database.execute(sql: stagingTables)
    interning = try SeriesInterning(database, source: source)
    addPoint = try RepeatedStatement(database, addingPoint)
    addOther = try RepeatedStatement(database, addingOther)
    pointsOfDay = try RepeatedStatement(
      database, "SELECT * FROM temp.staged_point WHERE day = ? ORDER BY series, utc_month")
  }

  mutating func add(_ batch: consuming UsageBatch) throws {
    for other in batch.others {
      try addOther.run([
        .integer(Int64(other.day.daysSince1970)),
        .integer(try interning.number(of: other.series)),
        .integer(monthNumber(other.utcMonth)),
        .text(storable(other.metric)), .integer(other.tokens), .integer(other.requests),
      ])
    }
    if batch.numberedPoints.isEmpty { return }
    let seriesNumbers = try batch.series.map { try interning.number(of: $0) }
    if !isSpilled, held == nil {
      held = HeldPoints(batch.numberedPoints, seriesNumbers: seriesNumbers)
      if held != nil { return }
    }
    isSpilled = true
    if let held {
      try held.forEach(spill)
      self.held = nil
    }
    for point in batch.numberedPoints {
      try spill(
        point.place.day, DayPoint(point, series: seriesNumbers[Int(point.place.series)]))
    }
  }

  private func spill(_ day: CalendarDay, _ point: DayPoint) throws {
    let counts = point.counts.counts
    try addPoint.run([
      .integer(Int64(day.daysSince1970)), .integer(point.series), .integer(Int64(point.utcMonth)),
      .optional(counts.prompt), .optional(counts.completion), .optional(counts.total),
      .optional(counts.cached), .optional(counts.cacheWrite), .optional(counts.reasoning),
      .optional(counts.requests),
    ])
  }

  /// Every day that has a point.
  func days() throws -> [CalendarDay] {
    var days = Set(held?.days ?? [])
    try RepeatedStatement(
      database, "SELECT day FROM staged_point UNION SELECT day FROM staged_other"
    ).forEachRow { days.insert(CalendarDay(daysSince1970: Int($0.integer(0)))) }
    return days.sorted()
  }

  /// The points of a day, ordered by series and month.
  func points(of day: CalendarDay) throws -> [DayPoint] {
    if let held { return held.points(of: day) }
    var points: [DayPoint] = []
    try pointsOfDay.forEachRow([.integer(Int64(day.daysSince1970))]) { row in
      points.append(
        DayPoint(
          series: row.integer(1), utcMonth: Int32(row.integer(2)),
          counts: CompactCounts(row.counts(from: 3))))
    }
    return points
  }

  /// - Throws: ``StagedCountProblem`` where a sum does not fit.
  func tokensByMetric() throws -> [MetricTokens] {
    let counts = try held.map { try $0.sum().counts } ?? sumOfSpilled()
    var totals: [MetricTokens] = []
    for metric in TokenMetric.allCases {
      guard let tokens = counts[metric] else { continue }
      totals.append(MetricTokens(metric: metric.rawValue, tokens: tokens))
    }
    try RepeatedStatement(
      database, "SELECT metric, sum(tokens) FROM staged_other GROUP BY metric ORDER BY metric"
    ).forEachRow { totals.append(MetricTokens(metric: $0.text(0), tokens: $0.integer(1))) }
    return totals
  }

  private func sumOfSpilled() throws -> TokenCounts {
    var counts = TokenCounts()
    try RepeatedStatement(
      database,
      """
      SELECT sum(prompt), sum(completion), sum(total), sum(cached), sum(cache_write),
        sum(reasoning), NULL
      FROM staged_point
      """
    ).forEachRow { counts = $0.counts(from: 0) }
    return counts
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
