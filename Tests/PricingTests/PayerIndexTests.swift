import Pricing
import Testing

@Suite struct PayerIndexTests {
  let membership = Membership(
    subscriptions: [
      SubscriptionPeriod(
        subscription: "web", team: "shop", name: "", validity: validity(nil, "2026-10-31")),
      SubscriptionPeriod(
        subscription: "web", team: "care", name: "", validity: validity("2026-11-01")),
      SubscriptionPeriod(subscription: "lab", team: "lost", name: "", validity: .always),
      SubscriptionPeriod(subscription: "old", team: "bare", name: "", validity: .always),
    ],
    teams: [
      TeamPeriod(
        team: "shop", name: "Shop", costCentre: "CC1", owner: "", email: "",
        validity: validity(nil, "2026-10-30")),
      TeamPeriod(
        team: "shop", name: "Shop", costCentre: "CC2", owner: "", email: "",
        validity: validity("2026-10-31")),
      TeamPeriod(
        team: "care", name: "Care", costCentre: "CC3", owner: "", email: "",
        validity: validity("2026-11-02")),
      TeamPeriod(
        team: "bare", name: "Bare", costCentre: "", owner: "", email: "", validity: .always),
    ])

  @Test(arguments: [
    ("web", "2026-10-30", "shop", "CC1"),
    ("web", "2026-10-31", "shop", "CC2"),
    ("web", "2026-11-01", "care", "unassigned"),
    ("web", "2026-11-02", "care", "CC3"),
    ("lab", "2026-10-31", "lost", "unassigned"),
    ("old", "2026-10-31", "bare", "unassigned"),
    ("new", "2026-10-31", "unassigned", "unassigned"),
  ])
  func `the day of use decides who pays`(
    subscription: String, on: String, team: String, costCentre: String
  ) {
    let payer = PayerIndex(membership).payer(of: subscription, on: day(on))

    #expect(payer == Payer(team: team, costCentre: costCentre))
    #expect(membership.payer(of: subscription, on: day(on)) == payer)
  }
}
