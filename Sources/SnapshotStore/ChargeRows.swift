import GRDB
import Pricing
import UsageModel

/// Writes charges and their lines, day by day.
struct ChargeRows {
  private let addCharge: RepeatedStatement
  private let addLine: RepeatedStatement
  private(set) var usedRateLines: Set<Int> = []

  init(_ database: Database) throws {
    addCharge = try RepeatedStatement(
      database, "INSERT INTO stored_charge VALUES (\(places(17)))")
    addLine = try RepeatedStatement(
      database, "INSERT INTO stored_charge_line VALUES (\(places(11)))")
  }

  mutating func add(_ charge: Charge, _ known: inout KnownEntities) throws {
    let day = charge.day
    let dayText = StoredValue.text(day.description)
    let month = StoredValue.text(day.month.description)
    let costCentre = StoredValue.integer(
      known.costCentres.key(of: charge.payer.costCentre, usedOn: day))
    let key: [StoredValue] = [
      .integer(known.teams.key(of: charge.payer.team, usedOn: day)), dayText,
      .integer(known.subscriptions.key(of: charge.subscription, usedOn: day)),
      .integer(known.features.key(of: charge.feature, usedOn: day)),
      .integer(known.models.key(of: charge.model, usedOn: day)),
    ]
    let tokens = charge.tokens
    let unpriced = charge.unpricedTokens
    try addCharge.run(
      key + [
        month, costCentre, .integer(charge.requests), .integer(tokens),
        .integer(charge.inputTokens), .optional(charge.cachedTokens),
        .integer(charge.cacheWriteTokens), .integer(charge.outputTokens),
        .optional(charge.reasoningTokens), .optional(charge.cost?.nano), .integer(unpriced),
        .integer(tokens - unpriced),
      ])
    for line in charge.lines {
      if let rate = line.rate { usedRateLines.insert(rate.line) }
      try addLine.run(
        key + [
          .text(line.tokenClass.rawValue), month, costCentre, .integer(line.tokens),
          .optional(line.rate.map { Int64($0.line) }), .optional(line.cost?.nano),
        ])
    }
  }
}
