import UsageModel

/// The agreed rates, ready to be looked up.
///
/// A look-up walks rows of one subscription, then of one team, then those without either that could
/// fit the model, each list in order of precedence: the first row that fits is the rate.
package struct RateCard: Sendable {
  private let bySubscription: [String: [Rate]]
  private let byTeam: [String: [Rate]]
  private let unscopedByModel: [String: [Rate]]
  private let unscopedForOtherModels: [Rate]

  package init(_ rates: [Rate]) {
    let ordered = rates.sorted {
      ($1.scope.precedence, $0.line) < ($0.scope.precedence, $1.line)
    }
    var bySubscription: [String: [Rate]] = [:]
    var byTeam: [String: [Rate]] = [:]
    var unscoped: [Rate] = []
    for rate in ordered {
      if let subscription = rate.scope.subscription {
        bySubscription[subscription, default: []].append(rate)
      } else if let team = rate.scope.team {
        byTeam[team, default: []].append(rate)
      } else {
        unscoped.append(rate)
      }
    }
    self.bySubscription = bySubscription
    self.byTeam = byTeam
    unscopedForOtherModels = unscoped.filter { $0.scope.model == nil }
    let models = Set(unscoped.compactMap(\.scope.model))
    unscopedByModel = Dictionary(
      uniqueKeysWithValues: models.map { model in
        (model, unscoped.filter { $0.scope.model == nil || $0.scope.model == model })
      })
  }

  /// The rate in force for one kind of usage on a day; nil where no price is agreed.
  ///
  /// Narrowest scope first (subscription, then team, then none), then a row that names the feature,
  /// then one that names the model, then one that names the token class.
  package func rate(
    model: String, feature: String, subscription: String, team: String, tokenClass: TokenClass,
    on day: CalendarDay
  ) -> Rate? {
    func isRate(_ rate: Rate) -> Bool {
      let scope = rate.scope
      return admits(scope.tokenClass, tokenClass) && admits(scope.model, model)
        && admits(scope.feature, feature) && admits(scope.team, team)
        && rate.validity.contains(day)
    }
    return bySubscription[subscription]?.first(where: isRate)
      ?? byTeam[team]?.first(where: isRate)
      ?? (unscopedByModel[model] ?? unscopedForOtherModels).first(where: isRate)
  }
}

private func admits<Field: Equatable>(_ wanted: Field?, _ given: Field) -> Bool {
  wanted == nil || wanted == given
}

extension RateScope {
  /// Orders rows that fit the same usage: the greatest wins.
  package var precedence: Int {
    let reach = subscription != nil ? 2 : team != nil ? 1 : 0
    return reach * 8 + (feature != nil ? 4 : 0) + (model != nil ? 2 : 0)
      + (tokenClass != nil ? 1 : 0)
  }
}
