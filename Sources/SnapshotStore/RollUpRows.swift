import GRDB
import Pricing
import UsageModel

/// Adds charges up by day and team, by day and feature, and by month, and writes each sum when its
/// day or month is over.
struct RollUpRows {
  private struct Key: Hashable {
    /// What is equal within the sum; empty where it is added up over.
    var team = ""
    var costCentre = ""
    var feature = ""
    var model = ""
  }

  private var byTeam: [Key: Sums] = [:]
  private var byFeature: [Key: Sums] = [:]
  private var byMonth: [Key: Sums] = [:]
  private var day: CalendarDay?
  private var month: CalendarMonth?
  private let addTeam: RepeatedStatement
  private let addFeature: RepeatedStatement
  private let addMonth: RepeatedStatement

  init(_ database: Database) throws {
    addTeam = try RepeatedStatement(
      database, "INSERT INTO stored_daily_team VALUES (\(places(11)))")
    addFeature = try RepeatedStatement(
      database, "INSERT INTO stored_daily_feature VALUES (\(places(11)))")
    addMonth = try RepeatedStatement(database, "INSERT INTO stored_monthly VALUES (\(places(13)))")
  }

  mutating func add(_ charge: Charge) throws(SnapshotError) {
    day = charge.day
    month = charge.day.month
    let payer = charge.payer
    let sums = Sums(charge)
    func add(_ key: Key, to all: inout [Key: Sums]) throws(SnapshotError) {
      guard all[key, default: Sums()].add(sums) else { throw .amountsTooLarge }
    }
    try add(Key(team: payer.team, costCentre: payer.costCentre), to: &byTeam)
    try add(Key(feature: charge.feature, model: charge.model), to: &byFeature)
    try add(
      Key(
        team: payer.team, costCentre: payer.costCentre, feature: charge.feature, model: charge.model
      ),
      to: &byMonth)
  }

  mutating func flushDay() throws {
    guard let day else { return }
    for (key, sums) in byTeam {
      try addTeam.run(
        [.text(key.team), .text(day.description), .text(key.costCentre)]
          + sums.values)
    }
    for (key, sums) in byFeature {
      try addFeature.run(
        [.text(day.description), .text(key.feature), .text(key.model)] + sums.values)
    }
    byTeam.removeAll(keepingCapacity: true)
    byFeature.removeAll(keepingCapacity: true)
  }

  mutating func flushMonth() throws {
    guard let month else { return }
    for (key, sums) in byMonth {
      try addMonth.run(
        [
          .text(key.team), .text(month.description), .text(key.costCentre),
          .text(key.feature), .text(key.model),
        ] + sums.values)
    }
    byMonth.removeAll(keepingCapacity: true)
  }
}

/// The additive columns of charges.
private struct Sums {
  private var requests: Int64 = 0
  private var tokens: Int64 = 0
  private var input: Int64 = 0
  private var cached: Int64?
  private var cacheWrite: Int64 = 0
  private var output: Int64 = 0
  private var cost: Int64?
  private var unpriced: Int64 = 0

  init() {}

  init(_ charge: Charge) {
    requests = charge.requests
    tokens = charge.tokens
    input = charge.inputTokens
    cached = charge.cachedTokens
    cacheWrite = charge.cacheWriteTokens
    output = charge.outputTokens
    cost = charge.cost?.nano
    unpriced = charge.unpricedTokens
  }

  /// - Returns: false where a sum does not fit into 64 bits.
  mutating func add(_ other: Sums) -> Bool {
    var fits = true
    func add(_ summand: Int64, to sum: inout Int64) {
      let (result, overflow) = sum.addingReportingOverflow(summand)
      fits = fits && !overflow
      sum = result
    }
    func add(_ summand: Int64?, to sum: inout Int64?) {
      guard let summand else { return }
      var known = sum ?? 0
      add(summand, to: &known)
      sum = known
    }
    add(other.requests, to: &requests)
    add(other.tokens, to: &tokens)
    add(other.input, to: &input)
    add(other.cached, to: &cached)
    add(other.cacheWrite, to: &cacheWrite)
    add(other.output, to: &output)
    add(other.cost, to: &cost)
    add(other.unpriced, to: &unpriced)
    return fits
  }

  /// In the order of the tables.
  var values: [StoredValue] {
    [
      .integer(requests), .integer(tokens), .integer(input), .optional(cached),
      .integer(cacheWrite), .integer(output), .optional(cost), .integer(unpriced),
    ]
  }
}
