import Pricing
import UsageModel

/// What a month's usage tells beside its rows: kept with them, so that a month that has not changed
/// need not be computed to say it again. Every list is in an order that usage alone decides.
struct MonthSummary: Codable {
  /// Tokens of one source under one name that are not as they should be.
  struct Doubt: Codable {
    let source: String
    let name: String
    let firstDay: CalendarDay
    var days: Int
    var tokens: WideCount
    /// What prompt and completion add up to, where that is in doubt.
    var parts: WideCount
  }

  /// Whether the tokens of one class of a model have a price.
  struct ClassUse: Codable {
    let model: String
    let tokenClass: TokenClass
    var unpricedTokens: WideCount
    var firstUnpricedDay: CalendarDay?
    var isPriced: Bool
  }

  /// The first day of use, by id.
  private(set) var teams: [String: CalendarDay] = [:]
  private(set) var costCentres: [String: CalendarDay] = [:]
  private(set) var subscriptions: [String: CalendarDay] = [:]
  private(set) var features: [String: CalendarDay] = [:]
  private(set) var models: [String: CalendarDay] = [:]
  /// As metered, by model.
  private(set) var meteredNames: [String: [String]] = [:]
  /// Lines of rates.csv that priced something.
  private(set) var usedRateLines: [Int] = []
  /// What had to be assumed to charge, each once.
  private(set) var assumptions: [Finding] = []
  /// Metered models of which a total is less than prompt and completion.
  private(set) var mismatches: [Doubt] = []
  /// Metrics that are in no token class.
  private(set) var others: [Doubt] = []
  /// Of every model and class that has tokens.
  private(set) var classUses: [ClassUse] = []
  private(set) var reasoningTokens = WideCount(0)

  /// - Parameter day: Not before the day of an earlier call, here and below.
  mutating func enter(_ payer: Payer, on day: CalendarDay) {
    enterFirst(payer.team, on: day, in: &teams)
    enterFirst(payer.costCentre, on: day, in: &costCentres)
  }

  mutating func enter(_ key: ChargeKey, on day: CalendarDay) {
    enterFirst(key.subscription, on: day, in: &subscriptions)
    enterFirst(key.feature, on: day, in: &features)
    enterFirst(key.model, on: day, in: &models)
  }

  mutating func enter(_ metered: String, as model: String, on day: CalendarDay) {
    addNames([metered], to: &meteredNames[model, default: []])
    enterFirst(model, on: day, in: &models)
  }

  mutating func add(_ findings: [Finding]) {
    assumptions = Set(assumptions).union(findings).sorted {
      ($0.code, $0.subject, $0.detail, day($0)) < ($1.code, $1.subject, $1.detail, day($1))
    }
  }

  mutating func addMismatch(
    of metered: MeteredModel, total: Int128, parts: Int128, on day: CalendarDay
  ) {
    addDoubt(
      Doubt(
        source: metered.source, name: metered.model, firstDay: day, days: 1,
        tokens: WideCount(total), parts: WideCount(parts)), to: &mismatches)
  }

  mutating func add(_ other: OtherUsage, on day: CalendarDay) {
    addDoubt(
      Doubt(
        source: other.source, name: other.metric, firstDay: day, days: 1,
        tokens: WideCount(Int128(other.tokens)), parts: WideCount(0)), to: &others)
  }

  mutating func add(_ use: ClassUse) {
    let known = classUses.firstIndex { $0.model == use.model && $0.tokenClass == use.tokenClass }
    guard let known else {
      classUses.append(use)
      classUses.sort { ($0.model, $0.tokenClass.place) < ($1.model, $1.tokenClass.place) }
      return
    }
    classUses[known].unpricedTokens.value += use.unpricedTokens.value
    classUses[known].firstUnpricedDay = classUses[known].firstUnpricedDay ?? use.firstUnpricedDay
    classUses[known].isPriced = classUses[known].isPriced || use.isPriced
  }

  mutating func addUse(ofRateLines lines: [Int], reasoningTokens tokens: Int128) {
    usedRateLines = Set(usedRateLines).union(lines).sorted()
    reasoningTokens.value += tokens
  }

  /// Adds what is not of an earlier day.
  mutating func add(_ later: MonthSummary) {
    teams.merge(later.teams) { first, _ in first }
    costCentres.merge(later.costCentres) { first, _ in first }
    subscriptions.merge(later.subscriptions) { first, _ in first }
    features.merge(later.features) { first, _ in first }
    models.merge(later.models) { first, _ in first }
    for (model, names) in later.meteredNames {
      addNames(names, to: &meteredNames[model, default: []])
    }
    addUse(
      ofRateLines: later.usedRateLines, reasoningTokens: later.reasoningTokens.value)
    for use in later.classUses { add(use) }
    add(later.assumptions)
    for doubt in later.mismatches { addDoubt(doubt, to: &mismatches) }
    for doubt in later.others { addDoubt(doubt, to: &others) }
  }
}

private func enterFirst(
  _ id: String, on day: CalendarDay, in firstDays: inout [String: CalendarDay]
) {
  if firstDays[id] == nil { firstDays[id] = day }
}

private func addNames(_ names: [String], to known: inout [String]) {
  known = Set(known).union(names).sorted()
}

private func day(_ finding: Finding) -> Int { finding.day?.daysSince1970 ?? .min }

private func addDoubt(_ doubt: MonthSummary.Doubt, to doubts: inout [MonthSummary.Doubt]) {
  let known = doubts.firstIndex { $0.source == doubt.source && $0.name == doubt.name }
  guard let known else {
    doubts.append(doubt)
    doubts.sort { ($0.source, $0.name) < ($1.source, $1.name) }
    return
  }
  doubts[known].days += doubt.days
  doubts[known].tokens.value += doubt.tokens.value
  doubts[known].parts.value += doubt.parts.value
}

/// A count of more than 64 bits, written as digits.
struct WideCount: Codable {
  var value: Int128

  init(_ value: Int128) {
    self.value = value
  }

  init(from decoder: any Decoder) throws {
    let digits = try String(from: decoder)
    guard let value = Int128(digits) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(digits)' is no number"))
    }
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    try String(value).encode(to: encoder)
  }
}
