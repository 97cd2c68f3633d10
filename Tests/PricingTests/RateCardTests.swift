import SeededCases
import Pricing
import Testing
import UsageModel

@Suite struct RateCardTests {
  private func line(of rates: [Rate], on when: CalendarDay = payday) -> Int? {
    RateCard(rates).rate(
      model: "opal", feature: "chat", subscription: "web", team: "shop", tokenClass: .input,
      on: when)?.line
  }

  @Test func `a subscription beats a team, and a team beats neither`() {
    let anyone = rate(1, model: "opal", feature: "chat", tokenClass: .input)
    let team = rate(2, model: "opal", feature: "chat", team: "shop", tokenClass: .input)
    let subscription = rate(3, subscription: "web")

    #expect(line(of: [anyone]) == 1)
    #expect(line(of: [anyone, team]) == 2)
    #expect(line(of: [anyone, team, subscription]) == 3)
  }

  @Test func `a named feature beats a named model, which beats a named class`() {
    let any = rate(1)
    let tokenClass = rate(2, tokenClass: .input)
    let model = rate(3, model: "opal")
    let feature = rate(4, feature: "chat")

    #expect(line(of: [any]) == 1)
    #expect(line(of: [any, tokenClass]) == 2)
    #expect(line(of: [any, tokenClass, model]) == 3)
    #expect(line(of: [any, tokenClass, model, feature]) == 4)
  }

  @Test func `a row for other usage is no candidate`() {
    let others = [
      rate(1, model: "jade"), rate(2, feature: "search"), rate(3, subscription: "lab"),
      rate(4, team: "care"), rate(5, tokenClass: .output),
      rate(6, subscription: "web", team: "care"),
    ]

    #expect(line(of: others) == nil)
  }

  @Test func `the day of use decides`() {
    let rates = [
      rate(1, model: "opal", validity: validity(nil, "2026-10-31")),
      rate(2, model: "opal", validity: validity("2026-11-01")),
    ]

    #expect(line(of: rates, on: day("2026-10-31")) == 1)
    #expect(line(of: rates, on: day("2026-11-01")) == 2)
  }

  @Test func `a narrower row out of force leaves the wider one in force`() {
    let rates = [
      rate(1, model: "opal"), rate(2, subscription: "web", validity: validity(nil, "2026-10-30")),
    ]

    #expect(line(of: rates) == 1)
  }

  @Test func `no row is no price`() {
    #expect(line(of: []) == nil)
  }

  @Test func `a look-up equals a plain reading of the contract in 1,000 random rate cards`() {
    for seed in UInt64(0)..<1_000 {
      var random = SplitMix64(seed: seed)
      let rates = randomRates(using: &random)
      let card = RateCard(rates)
      for _ in 0..<10 {
        let asked = Asked(using: &random)

        let found = asked.look(up: card)

        #expect(found == asked.plainReading(of: rates), "seed \(seed)")
      }
    }
  }

  @Test func `the plain reading catches a look-up that ignores the feature`() {
    let rates = [rate(1, model: "opal"), rate(2, feature: "chat")]
    let asked = Asked(
      model: "opal", feature: "chat", subscription: "web", team: "shop", tokenClass: .input,
      day: payday)
    let wrong = rates[0]

    #expect(asked.plainReading(of: rates) != wrong)
  }

  private func randomRates(using random: inout SplitMix64) -> [Rate] {
    var rates: [Rate] = []
    for line in 2..<Int.random(in: 3...40, using: &random) {
      let from = random.maybe(50, ["2026-01-01", "2026-06-01", "2026-10-31"])
      let to = random.maybe(50, ["2026-10-30", "2026-10-31", "2026-12-31"])
      let candidate = rate(
        line, model: random.maybe(50, ["opal", "jade"]),
        feature: random.maybe(40, ["chat", "search"]),
        subscription: random.maybe(30, ["web", "lab"]),
        team: random.maybe(30, ["shop", "care"]),
        tokenClass: random.maybe(40, TokenClass.allCases),
        perMillion: Int64(line), validity: validity(from, to))
      if ambiguousPairs(in: rates + [candidate]).isEmpty { rates.append(candidate) }
    }
    return rates
  }
}

/// One question to a rate card.
private struct Asked {
  let model: String
  let feature: String
  let subscription: String
  let team: String
  let tokenClass: TokenClass
  let day: CalendarDay
}

extension Asked {
  init(using random: inout SplitMix64) {
    model = random.one(of: ["opal", "jade", "ruby"])
    feature = random.one(of: ["chat", "search", "code"])
    subscription = random.one(of: ["web", "lab", "new"])
    team = random.one(of: ["shop", "care", "unassigned"])
    tokenClass = random.one(of: TokenClass.allCases)
    day = random.one(of: [payday, payday.advanced(by: -1), payday.advanced(by: 40)])
  }

  func look(up card: RateCard) -> Rate? {
    card.rate(
      model: model, feature: feature, subscription: subscription, team: team,
      tokenClass: tokenClass, on: day)
  }

  /// The contract's sentence, one narrowing after the other, over all rows.
  func plainReading(of rates: [Rate]) -> Rate? {
    var left = rates.filter { rate in
      rate.validity.contains(day)
        && [nil, model].contains(rate.scope.model) && [nil, feature].contains(rate.scope.feature)
        && [nil, subscription].contains(rate.scope.subscription)
        && [nil, team].contains(rate.scope.team)
        && [nil, tokenClass].contains(rate.scope.tokenClass)
    }
    func prefer(_ isPreferred: (Rate) -> Bool) {
      let preferred = left.filter(isPreferred)
      if !preferred.isEmpty { left = preferred }
    }
    prefer { $0.scope.team != nil || $0.scope.subscription != nil }
    prefer { $0.scope.subscription != nil }
    prefer { $0.scope.feature != nil }
    prefer { $0.scope.model != nil }
    prefer { $0.scope.tokenClass != nil }
    return left.count > 1 ? nil : left.first
  }
}
