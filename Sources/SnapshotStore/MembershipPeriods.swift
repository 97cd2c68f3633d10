import Pricing
import UsageModel

/// Who pays for a subscription over some days in which neither team nor cost centre changes.
struct MembershipPeriod: Hashable {
  let subscription: String
  let payer: Payer
  let validity: Validity
}

/// The subscriptions of a membership, cut wherever their team's cost centre changes. In file order,
/// then by day.
func membershipPeriods(of membership: Membership) -> [MembershipPeriod] {
  let teams = Dictionary(grouping: membership.teams, by: \.team)
  let payers = PayerIndex(membership)
  return membership.subscriptions.flatMap { period in
    let cuts = teams[period.team, default: []].flatMap { team in
      [team.validity.from, team.validity.to?.advanced(by: 1)].compactMap { $0 }
    }
    let inside = Set(cuts).sorted().filter { cut in
      period.validity.contains(cut) && cut != period.validity.from
    }
    let starts: [CalendarDay?] = [period.validity.from] + inside
    let ends: [CalendarDay?] = inside.map { $0.advanced(by: -1) } + [period.validity.to]
    return zip(starts, ends).map { start, end in
      // A period that is open at both ends and never cut has the same payer on any day.
      let day = start ?? end ?? CalendarDay(daysSince1970: 0)
      return MembershipPeriod(
        subscription: period.subscription, payer: payers.payer(of: period.subscription, on: day),
        validity: Validity(from: start, to: end))
    }
  }
}
