import Pricing
import UsageModel

/// Every id of the five kinds that a charge or a file knows.
struct KnownEntities {
  var teams = EntityRegister()
  var costCentres = EntityRegister()
  var subscriptions = EntityRegister()
  var features = EntityRegister()
  var models = EntityRegister()
  /// As metered, by model.
  var meteredNames: [String: Set<String>] = [:]

  /// Adds the ids that only the files know.
  mutating func add(_ book: PriceBook, _ inForce: RowsInForce) {
    teams.key(of: Payer.unassigned)
    costCentres.key(of: Payer.unassigned)
    for row in book.membership.subscriptions where inForce.isKnown(row.validity) {
      subscriptions.key(of: row.subscription)
      teams.key(of: row.team)
    }
    for row in book.membership.teams where inForce.isKnown(row.validity) {
      teams.key(of: row.team)
      if !row.costCentre.isEmpty { costCentres.key(of: row.costCentre) }
    }
    for row in book.models { models.key(of: row.model) }
    for row in book.features { features.key(of: row.feature) }
    for rate in book.rates where inForce.isKnown(rate.validity) {
      if let team = rate.scope.team { teams.key(of: team) }
      if let subscription = rate.scope.subscription { subscriptions.key(of: subscription) }
      if let feature = rate.scope.feature { features.key(of: feature) }
      if let model = rate.scope.model { models.key(of: model) }
    }
    for budget in book.budgets {
      if let team = budget.team { teams.key(of: team) }
    }
  }
}
