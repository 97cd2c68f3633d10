import Pricing
import Testing
import UsageModel

@Suite struct ChargingTests {
  @Test func `a charge adds users, sources and metered names up before it is priced`() throws {
    let price = rate(2, RateScope(model: "opal"), nanoPerMillion: 500_000)

    let day = try charges(
      of: [
        usage(user: "bob", model: "opal-mini", TokenCounts(prompt: 1, completion: 0, requests: 1)),
        usage(user: "ann", source: "export", TokenCounts(prompt: 1, completion: 0, requests: 2)),
        usage(user: "ann", TokenCounts(prompt: 1, completion: 0, requests: 4)),
      ], rates: [price])

    // 3 tokens at half a nano: 1.5 is rounded once, to 2; one by one it would be 0.
    #expect(
      day.charges == [
        Charge(
          day: payday, payer: Payer(team: "unassigned", costCentre: "unassigned"),
          key: ChargeKey(subscription: "web", feature: "chat", model: "opal"), payerNumber: 0,
          number: 0, requests: 7, inputTokens: 3,
          cachedTokens: nil, cacheWriteTokens: 0, outputTokens: 0, reasoningTokens: nil,
          lines: [
            ChargeLine(tokenClass: .input, tokens: 3, rate: price.agreed, cost: Money(nano: 2))
          ],
          people: [
            PersonShare(
              user: "ann", requests: 6, tokens: 2, cost: Money(nano: 1), unpricedTokens: 0),
            PersonShare(
              user: "bob", requests: 1, tokens: 1, cost: Money(nano: 1), unpricedTokens: 0),
          ])
      ])
  }

  @Test func `a person pays for the classes that person used`() throws {
    let day = try charges(
      of: [
        usage(user: "ann", TokenCounts(prompt: 1_000_000, completion: 0)),
        usage(user: "bob", TokenCounts(prompt: 0, completion: 1_000_000)),
      ],
      rates: [
        rate(2, tokenClass: .input, perMillion: 1), rate(3, tokenClass: .output, perMillion: 5),
      ])

    #expect(day.charges[0].people.map(\.cost?.nano) == [1_000_000_000, 5_000_000_000])
  }

  @Test func `tokens without a price are kept and cost nothing known`() throws {
    let day = try charges(of: [usage(TokenCounts(prompt: 10, completion: 5, requests: 1))])

    let charge = day.charges[0]
    #expect(charge.cost == nil)
    #expect(charge.unpricedTokens == 15)
    #expect(
      charge.people == [
        PersonShare(user: "ann", requests: 1, tokens: 15, cost: nil, unpricedTokens: 15)
      ])
  }

  @Test func `a class without a price leaves the others priced`() throws {
    let day = try charges(
      of: [usage(TokenCounts(prompt: 1_000_000, completion: 5))],
      rates: [rate(2, tokenClass: .input, perMillion: 3)])

    #expect(day.charges[0].cost == Money(nano: 3_000_000_000))
    #expect(day.charges[0].unpricedTokens == 5)
  }

  @Test func `requests without tokens stay a charge without lines`() throws {
    let day = try charges(of: [usage(TokenCounts(prompt: 0, completion: 0, requests: 3))])

    #expect(day.charges.map(\.requests) == [3])
    #expect(day.charges[0].lines == [])
    #expect(day.charges[0].cost == nil)
  }

  @Test func `the payer's team finds the rate`() throws {
    let membership = Membership(
      subscriptions: [
        SubscriptionPeriod(subscription: "web", team: "shop", name: "", validity: .always)
      ], teams: [])

    let day = try charges(
      of: [usage(TokenCounts(prompt: 1_000_000, completion: 0))],
      rates: [rate(2, perMillion: 9), rate(3, team: "shop", perMillion: 4)], membership: membership)

    #expect(day.charges[0].payer.team == "shop")
    #expect(day.charges[0].cost == Money(nano: 4_000_000_000))
  }

  @Test func `charges are ordered by subscription, feature, model whatever came first`() throws {
    let all = [
      usage(of: "web", feature: "search", model: "opal", TokenCounts(prompt: 1)),
      usage(of: "web", feature: "chat", model: "ruby", TokenCounts(prompt: 1)),
      usage(of: "web", feature: "chat", model: "opal", TokenCounts(prompt: 1)),
      usage(of: "lab", feature: "search", model: "ruby", TokenCounts(prompt: 1)),
    ]

    let day = try charges(of: all)

    #expect(
      day.charges.map { [$0.key.subscription, $0.key.feature, $0.key.model] } == [
        ["lab", "search", "ruby"], ["web", "chat", "opal"], ["web", "chat", "ruby"],
        ["web", "search", "opal"],
      ])
    #expect(try charges(of: all.reversed()) == day)
    #expect(day.charges.map(\.number) == [0, 1, 2, 3])
  }

  @Test func `a day without usage has no charges`() throws {
    #expect(try charges(of: []) == DayCharges())
  }

  @Test func `a metered name is looked up in models.csv`() {
    let model = MeteredModels(book()).model(of: "opal-mini")

    #expect(model.id == "opal")
    #expect(model.name == "Opal")
    #expect(model.relation == .inside)
  }

  @Test func `the source says before models.csv where cached tokens lie`() {
    let models = MeteredModels(
      PriceBook(
        membership: noMembership, models: stones, cachedRelationBySource: ["export": .beside]))

    let opal = models.model(of: "opal")

    #expect(models.cachedRelation(of: opal, at: "export") == .beside)
    #expect(models.cachedRelation(of: opal, at: "gateway") == .inside)
  }

  @Test func `terms change on the days a rate or a membership begins and ends, and on no other`()
    throws
  {
    let membership = Membership(
      subscriptions: [
        SubscriptionPeriod(
          subscription: "web", team: "shop", name: "", validity: validity(nil, "2026-10-03")),
        SubscriptionPeriod(
          subscription: "web", team: "lab", name: "", validity: validity("2026-10-04")),
      ],
      teams: [
        TeamPeriod(
          team: "lab", name: "", costCentre: "4711", owner: "", email: "",
          validity: validity("2026-10-06"))
      ])
    let rates = [
      rate(2, perMillion: 1, validity: validity(nil, "2026-10-01")),
      rate(3, perMillion: 2, validity: validity("2026-10-02", "2026-10-04")),
    ]
    var charging = Charging(
      book: book(rates, membership: membership),
      series: [MeteredSeries(source: "gateway", key: usage(TokenCounts()).series)])

    var terms: [String] = []
    for day in day("2026-10-01")...day("2026-10-06") {
      let charges = try charging.charges(
        of: [NumberedUsage(series: 0, counts: TokenCounts(prompt: 1_000_000, completion: 0))],
        on: day, modelsWithCachedCount: []
      ).charges
      terms += charges.map {
        "\($0.day.dayOfMonth) \($0.payer.team) \($0.payer.costCentre) "
          + ($0.cost.map { "\($0.nano / 1_000_000_000)" } ?? "no price")
      }
    }

    #expect(
      terms == [
        "1 shop unassigned 1", "2 shop unassigned 2", "3 shop unassigned 2", "4 lab unassigned 2",
        "5 lab unassigned no price", "6 lab 4711 no price",
      ])
    #expect(charging.payers.map(\.team) == ["shop", "lab", "lab"])
  }
}
