import GRDB
import Pricing
import UsageModel

/// Collects the charges of a month, and writes them team by team and day by day, so that a team's
/// charges of a month stand together, and those of a day are one run of rows.
struct ChargeRows {
  /// A charge without its names.
  private struct Row {
    let key: Int32
    let payer: Int32
    let requests: Int64
    let tokens: Int64
    let input: Int64
    let cached: Int64?
    let cacheWrite: Int64
    let output: Int64
    let reasoning: Int64?
    let unpriced: Int64
    /// By class; 0 where no price is agreed.
    var rateLines = SIMD4<Int32>()
    var costs = SIMD4<Int64>()

    var cost: Int64? {
      rateLines == SIMD4() ? nil : costs.wrappedSum()
    }
  }

  private struct Day {
    let day: CalendarDay
    /// In the order of the keys.
    var rows: [Row] = []
  }

  private let addCharge: RepeatedStatement
  private let addRun: RepeatedStatement
  private var keptTexts = KeptTexts(parameterCount: 22)
  private var lastKey: Int64
  private let keys: [ChargeKey]
  private var days: [Day] = []
  private var rowCount = 0

  /// - Parameter keys: By number.
  init(_ database: Database, keys: [ChargeKey]) throws {
    addCharge = try RepeatedStatement(
      database, "INSERT INTO stored_charge VALUES (\(places(22)))")
    addRun = try RepeatedStatement(
      database, "INSERT INTO stored_charge_run VALUES (\(places(5)))")
    var lastKey: Int64 = 0
    try RepeatedStatement(database, "SELECT max(last_charge) FROM stored_charge_run")
      .forEachRow { lastKey = $0.integer(0) }
    self.lastKey = lastKey
    self.keys = keys
  }

  /// Whether so many wait that they should be written before the month is over.
  var isFull: Bool { rowCount > 200_000 }

  /// - Parameter charge: Of the day of the charge before it, or of a later one.
  mutating func add(_ charge: Charge) {
    if days.last?.day != charge.day { days.append(Day(day: charge.day)) }
    var row = Row(
      key: Int32(charge.number), payer: Int32(charge.payerNumber), requests: charge.requests,
      tokens: charge.tokens, input: charge.inputTokens, cached: charge.cachedTokens,
      cacheWrite: charge.cacheWriteTokens, output: charge.outputTokens,
      reasoning: charge.reasoningTokens, unpriced: charge.unpricedTokens)
    for line in charge.lines {
      guard let rate = line.rate, let cost = line.cost else { continue }
      row.rateLines[line.tokenClass.place] = Int32(rate.line)
      row.costs[line.tokenClass.place] = cost.nano
    }
    days[days.count - 1].rows.append(row)
    rowCount += 1
  }

  /// Writes what was added since the last call: whole days of one month.
  /// - Parameter payers: By number.
  mutating func flush(payers: [Payer]) throws {
    guard let month = days.first?.day.month else { return }
    let teams = Set(payers.map(\.team)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(uniqueKeysWithValues: zip(teams, teams.indices))
    let teamOfPayer = payers.map { places[$0.team] ?? 0 }
    let sorted = days.map { day in
      RowsByTeam(day.rows.map { teamOfPayer[Int($0.payer)] }, teamCount: teams.count)
    }
    let dayTexts = days.map(\.day.description)
    for team in teams.indices {
      for (index, byTeam) in sorted.enumerated() {
        let before = lastKey
        for place in byTeam.rows(of: team) {
          let row = days[index].rows[place]
          try write(row, payers[Int(row.payer)])
        }
        guard lastKey > before else { continue }
        try addRun.run([
          .text(teams[team]), .text(month.description), .text(dayTexts[index]),
          .integer(before + 1), .integer(lastKey),
        ])
      }
    }
    days = []
    rowCount = 0
  }

  private mutating func write(_ row: Row, _ payer: Payer) throws {
    lastKey += 1
    let key = keys[Int(row.key)]
    try addCharge.run { charge in
      charge.bind(lastKey, at: 1)
      keptTexts.bind(payer.costCentre, at: 2, of: &charge)
      keptTexts.bind(key.subscription, at: 3, of: &charge)
      keptTexts.bind(key.feature, at: 4, of: &charge)
      keptTexts.bind(key.model, at: 5, of: &charge)
      charge.bind(row.requests, at: 6)
      charge.bind(row.tokens, at: 7)
      charge.bind(row.input, at: 8)
      charge.bind(row.cached, at: 9)
      charge.bind(row.cacheWrite, at: 10)
      charge.bind(row.output, at: 11)
      charge.bind(row.reasoning, at: 12)
      charge.bind(row.cost, at: 13)
      charge.bind(row.unpriced, at: 14)
      for place in row.costs.indices {
        let isPriced = row.rateLines[place] != 0
        let column = Int32(15 + 2 * place)
        charge.bind(isPriced ? Int64(row.rateLines[place]) : nil, at: column)
        charge.bind(isPriced ? row.costs[place] : nil, at: column + 1)
      }
    }
  }
}

/// The places of a day's rows by team, each team's in their order.
private struct RowsByTeam {
  private var starts: [Int]
  private var places: [Int]

  init(_ teams: [Int], teamCount: Int) {
    starts = Array(repeating: 0, count: teamCount + 1)
    for team in teams { starts[team + 1] += 1 }
    for team in 0..<teamCount { starts[team + 1] += starts[team] }
    places = Array(repeating: 0, count: teams.count)
    var next = starts
    for (place, team) in teams.enumerated() {
      places[next[team]] = place
      next[team] += 1
    }
  }

  func rows(of team: Int) -> ArraySlice<Int> { places[starts[team]..<starts[team + 1]] }
}
