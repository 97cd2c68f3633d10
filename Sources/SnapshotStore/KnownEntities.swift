import Pricing
import UsageModel

/// Every id of the five kinds that a charge or a file knows.
struct KnownEntities {
  private(set) var teams: EntityRegister
  private(set) var costCentres: EntityRegister
  private(set) var subscriptions: EntityRegister
  private(set) var features: EntityRegister
  private(set) var models: EntityRegister
  /// As metered, by model.
  let meteredNames: [String: [String]]

  /// - Parameter used: Of all months.
  init(_ used: MonthSummary) {
    teams = EntityRegister(used.teams)
    costCentres = EntityRegister(used.costCentres)
    subscriptions = EntityRegister(used.subscriptions)
    features = EntityRegister(used.features)
    models = EntityRegister(used.models)
    meteredNames = used.meteredNames
  }

  /// Adds the ids that only the files know.
  mutating func add(_ book: PriceBook, _ inForce: RowsInForce) {
    teams.add(Payer.unassigned)
    costCentres.add(Payer.unassigned)
    for row in book.membership.subscriptions where inForce.isKnown(row.validity) {
      subscriptions.add(row.subscription)
      teams.add(row.team)
    }
    for row in book.membership.teams where inForce.isKnown(row.validity) {
      teams.add(row.team)
      if !row.costCentre.isEmpty { costCentres.add(row.costCentre) }
    }
    for row in book.models { models.add(row.model) }
    for row in book.features { features.add(row.feature) }
    for rate in book.rates where inForce.isKnown(rate.validity) {
      if let team = rate.scope.team { teams.add(team) }
      if let subscription = rate.scope.subscription { subscriptions.add(subscription) }
      if let feature = rate.scope.feature { features.add(feature) }
      if let model = rate.scope.model { models.add(model) }
    }
    for budget in book.budgets {
      if let team = budget.team { teams.add(team) }
    }
  }
}
