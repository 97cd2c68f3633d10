import UsageModel

/// One row of subscriptions.csv: which team pays for a subscription, and when.
package struct SubscriptionPeriod: Hashable, Sendable {
  package let subscription: String
  package let team: String
  package let name: String
  package let validity: Validity

  package init(subscription: String, team: String, name: String, validity: Validity) {
    self.subscription = subscription
    self.team = team
    self.name = name
    self.validity = validity
  }
}

/// One row of teams.csv: a team's name, cost centre and owner, and when.
package struct TeamPeriod: Hashable, Sendable {
  package let team: String
  package let name: String
  package let costCentre: String
  package let owner: String
  package let email: String
  package let validity: Validity

  package init(
    team: String, name: String, costCentre: String, owner: String, email: String,
    validity: Validity
  ) {
    self.team = team
    self.name = name
    self.costCentre = costCentre
    self.owner = owner
    self.email = email
    self.validity = validity
  }
}

/// Who pays for a subscription on a day.
package struct Payer: Hashable, Sendable {
  package let team: String
  package let costCentre: String

  /// The reserved id of usage that no team, or no cost centre, pays for.
  package static let unassigned = "unassigned"

  package init(team: String, costCentre: String) {
    self.team = team
    self.costCentre = costCentre
  }
}

/// Which team and cost centre pay for which subscription, by day.
package struct Membership: Hashable, Sendable {
  /// In file order.
  package let subscriptions: [SubscriptionPeriod]
  package let teams: [TeamPeriod]

  package init(subscriptions: [SubscriptionPeriod], teams: [TeamPeriod]) {
    self.subscriptions = subscriptions
    self.teams = teams
  }
}
