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
          subscription: "web", feature: "chat", model: "opal", requests: 7, inputTokens: 3,
          cachedTokens: nil, cacheWriteTokens: 0, outputTokens: 0, reasoningTokens: nil,
          lines: [
            ChargeLine(tokenClass: .input, tokens: 3, rate: price, cost: Money(nano: 2))
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
      day.charges.map { [$0.subscription, $0.feature, $0.model] } == [
        ["lab", "search", "ruby"], ["web", "chat", "opal"], ["web", "chat", "ruby"],
        ["web", "search", "opal"],
      ])
    #expect(try charges(of: all.reversed()) == day)
  }

  @Test func `a day without usage has no charges`() throws {
    #expect(try charges(of: []) == DayCharges())
  }

  @Test func `the charging knows what a metered name stands for`() {
    let model = Charging(book: book()).model(of: "opal-mini")

    #expect(model.id == "opal")
    #expect(model.name == "Opal")
    #expect(model.relation == .inside)
  }
}
