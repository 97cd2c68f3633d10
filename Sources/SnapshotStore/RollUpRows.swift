import GRDB
import Pricing
import UsageModel

/// Adds charges up by day and subscription, by day and feature, and by month, and writes each sum
/// when its day or month is over.
struct RollUpRows {
  /// A feature and a model.
  private struct Use: Hashable {
    let feature: String
    let model: String
  }

  /// Of the month: a payer and a use.
  private struct PaidUse: Hashable {
    let payer: Int
    let use: Int
  }

  /// What a payer pays for one subscription.
  private struct Subscription {
    let id: String
    /// Who pays on a day is decided by the subscription.
    var payer = 0
    var sums: Sums?

    mutating func add(_ other: Sums) -> Bool {
      guard sums != nil else {
        sums = other
        return true
      }
      return sums?.add(other) ?? true
    }
  }

  private let uses: [Use]
  /// Of each key of a charge, its place among `uses`.
  private let useOfKey: [Int]
  private var bySubscription: [Subscription] = []
  /// Of each key of a charge, its place among `bySubscription`.
  private let subscriptionOfKey: [Int]
  private var byUse: [Int: Sums] = [:]
  private var byMonth: [PaidUse: Sums] = [:]
  private let addTeam: RepeatedStatement
  private let addFeature: RepeatedStatement
  private let addMonth: RepeatedStatement

  /// - Parameter keys: By number.
  init(_ database: Database, keys: [ChargeKey]) throws {
    var places: [Use: Int] = [:]
    useOfKey = keys.map { key in
      let use = Use(feature: key.feature, model: key.model)
      let place = places[use] ?? places.count
      places[use] = place
      return place
    }
    // Keys are ordered by subscription.
    var subscriptions: [Subscription] = []
    subscriptionOfKey = keys.map { key in
      if subscriptions.last?.id != key.subscription {
        subscriptions.append(Subscription(id: key.subscription))
      }
      return subscriptions.count - 1
    }
    bySubscription = subscriptions
    uses = places.sorted { $0.value < $1.value }.map(\.key)
    addTeam = try RepeatedStatement(
      database, "INSERT INTO stored_daily_team VALUES (\(SnapshotStore.places(12)))")
    addFeature = try RepeatedStatement(
      database, "INSERT INTO stored_daily_feature VALUES (\(SnapshotStore.places(11)))")
    addMonth = try RepeatedStatement(
      database, "INSERT INTO stored_monthly VALUES (\(SnapshotStore.places(13)))")
  }

  mutating func add(_ charge: Charge) throws(SnapshotError) {
    let sums = Sums(charge)
    let use = useOfKey[charge.number]
    let subscription = subscriptionOfKey[charge.number]
    bySubscription[subscription].payer = charge.payerNumber
    guard bySubscription[subscription].add(sums),
      byUse[use, default: Sums()].add(sums),
      byMonth[PaidUse(payer: charge.payerNumber, use: use), default: Sums()].add(sums)
    else { throw .amountsTooLarge }
  }

  /// - Parameter payers: By number.
  mutating func flush(_ day: CalendarDay, payers: [Payer]) throws {
    let text = day.description
    for place in bySubscription.indices {
      guard let sums = bySubscription[place].sums else { continue }
      let payer = payers[bySubscription[place].payer]
      try addTeam.run { row in
        row.bind(payer.team, at: 1)
        row.bind(text, at: 2)
        row.bind(payer.costCentre, at: 3)
        row.bind(bySubscription[place].id, at: 4)
        sums.bind(to: &row, from: 5)
      }
      bySubscription[place].sums = nil
    }
    for (number, sums) in byUse {
      try addFeature.run { row in
        row.bind(text, at: 1)
        row.bind(uses[number].feature, at: 2)
        row.bind(uses[number].model, at: 3)
        sums.bind(to: &row, from: 4)
      }
    }
    byUse.removeAll(keepingCapacity: true)
  }

  mutating func flush(_ month: CalendarMonth, payers: [Payer]) throws {
    let text = month.description
    for (key, sums) in byMonth {
      try addMonth.run { row in
        row.bind(payers[key.payer].team, at: 1)
        row.bind(text, at: 2)
        row.bind(payers[key.payer].costCentre, at: 3)
        row.bind(uses[key.use].feature, at: 4)
        row.bind(uses[key.use].model, at: 5)
        sums.bind(to: &row, from: 6)
      }
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
  func bind(to row: inout RowBinding, from first: Int32) {
    row.bind(requests, at: first)
    row.bind(tokens, at: first + 1)
    row.bind(input, at: first + 2)
    row.bind(cached, at: first + 3)
    row.bind(cacheWrite, at: first + 4)
    row.bind(output, at: first + 5)
    row.bind(cost, at: first + 6)
    row.bind(unpriced, at: first + 7)
  }
}
