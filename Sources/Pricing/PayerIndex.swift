import UsageModel

/// A ``Membership`` made ready for many questions: a look-up reads one subscription's and one
/// team's rows only.
package struct PayerIndex: Sendable {
  private let periodsBySubscription: [String: [SubscriptionPeriod]]
  private let periodsByTeam: [String: [TeamPeriod]]

  package init(_ membership: Membership) {
    periodsBySubscription = Dictionary(grouping: membership.subscriptions, by: \.subscription)
    periodsByTeam = Dictionary(grouping: membership.teams, by: \.team)
  }

  /// Who pays for a subscription on a day: unassigned where no row is in force.
  package func payer(of subscription: String, on day: CalendarDay) -> Payer {
    guard
      let period = periodsBySubscription[subscription]?.first(where: { $0.validity.contains(day) })
    else { return Payer(team: Payer.unassigned, costCentre: Payer.unassigned) }
    return Payer(team: period.team, costCentre: costCentre(of: period.team, on: day))
  }

  private func costCentre(of team: String, on day: CalendarDay) -> String {
    let period = periodsByTeam[team]?.first { $0.validity.contains(day) }
    guard let costCentre = period?.costCentre, !costCentre.isEmpty else { return Payer.unassigned }
    return costCentre
  }
}

extension Membership {
  /// Who pays for a subscription on a day. For many questions make a ``PayerIndex`` once.
  package func payer(of subscription: String, on day: CalendarDay) -> Payer {
    PayerIndex(self).payer(of: subscription, on: day)
  }
}
