import GRDB
import Pricing
import UsageModel

/// Writes charges, day by day.
struct ChargeRows {
  private let addCharge: RepeatedStatement
  private(set) var usedRateLines: Set<Int> = []

  init(_ database: Database) throws {
    addCharge = try RepeatedStatement(
      database, "INSERT INTO stored_charge VALUES (\(places(24)))")
  }

  mutating func add(_ charge: Charge, _ known: inout KnownEntities) throws {
    let day = charge.day
    known.teams.add(charge.payer.team, usedOn: day)
    known.costCentres.add(charge.payer.costCentre, usedOn: day)
    known.subscriptions.add(charge.subscription, usedOn: day)
    known.features.add(charge.feature, usedOn: day)
    known.models.add(charge.model, usedOn: day)
    var values: [StoredValue] = [
      .text(day.month.description), .text(charge.payer.team), .text(day.description),
      .text(charge.subscription), .text(charge.feature), .text(charge.model),
      .text(charge.payer.costCentre), .integer(charge.requests), .integer(charge.tokens),
      .integer(charge.inputTokens), .optional(charge.cachedTokens),
      .integer(charge.cacheWriteTokens), .integer(charge.outputTokens),
      .optional(charge.reasoningTokens), .optional(charge.cost?.nano),
      .integer(charge.unpricedTokens),
    ]
    for tokenClass in TokenClass.allCases {
      let line = charge.lines.first { $0.tokenClass == tokenClass }
      if let rate = line?.rate { usedRateLines.insert(rate.line) }
      values += [
        .optional(line?.rate.map { Int64($0.line) }), .optional(line?.cost?.nano),
      ]
    }
    try addCharge.run(values)
  }
}
