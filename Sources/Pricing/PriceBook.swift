/// Everything that turns usage into charges: who pays, what is called how, what it costs.
package struct PriceBook: Hashable, Sendable {
  package let membership: Membership
  package let models: [ModelRule]
  package let features: [FeatureName]
  package let rates: [Rate]
  package let budgets: [Budget]
  /// Where cached tokens lie at sources that know it themselves, whatever the model.
  package let cachedRelationBySource: [String: CachedRelation]

  package init(
    membership: Membership, models: [ModelRule] = [], features: [FeatureName] = [],
    rates: [Rate] = [], budgets: [Budget] = [],
    cachedRelationBySource: [String: CachedRelation] = [:]
  ) {
    self.membership = membership
    self.models = models
    self.features = features
    self.rates = rates
    self.budgets = budgets
    self.cachedRelationBySource = cachedRelationBySource
  }
}
