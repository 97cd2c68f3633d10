import SeededCases
import Pricing
import UsageModel

/// One random day of usage with a book that prices part of it.
struct RandomDay {
  let usage: [MeteredUsage]
  let book: PriceBook
  let modelsWithCachedCount: Set<MeteredModel>

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let models = ["opal", "opal-mini", "jade", "ruby", "garnet"]
    let sources = ["gateway", "export"]
    usage = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      MeteredUsage(
        source: random.one(of: sources),
        series: SeriesKey(
          subscription: random.one(of: ["web", "lab", "new"]),
          user: random.one(of: ["ann", "bob", "cat", "unknown"]),
          feature: random.one(of: ["chat", "search"]), model: random.one(of: models)),
        counts: randomCounts(using: &random))
    }
    var rates: [Rate] = []
    for line in 2..<Int.random(in: 3...12, using: &random) {
      let candidate = rate(
        line,
        RateScope(
          model: random.maybe(70, ["opal", "jade", "ruby"]),
          feature: random.maybe(20, ["chat"]), team: random.maybe(20, ["shop"]),
          tokenClass: random.maybe(60, TokenClass.allCases)),
        nanoPerMillion: Int64.random(in: 0...20_000_000_000, using: &random))
      if ambiguousPairs(in: rates + [candidate]).isEmpty { rates.append(candidate) }
    }
    let membership = Membership(
      subscriptions: [
        SubscriptionPeriod(subscription: "web", team: "shop", name: "", validity: .always)
      ], teams: [])
    book = PriceBook(membership: membership, models: stones, rates: rates)
    let counted = models.filter { _ in random.happens(60) }
    modelsWithCachedCount = Set(
      counted.flatMap { model in sources.map { MeteredModel(source: $0, model: model) } })
  }

  func charges() throws -> DayCharges {
    try PricingTests.charges(
      of: usage, book: book, modelsWithCachedCount: modelsWithCachedCount)
  }
}

private func randomCounts(using random: inout SplitMix64) -> TokenCounts {
  func count(_ percent: Int) -> Int64? {
    guard random.happens(percent) else { return nil }
    return random.happens(10) ? 0 : Int64.random(in: 0...3_000_000, using: &random)
  }
  let prompt = count(95)
  let completion = count(90)
  let sum = (prompt ?? 0) + (completion ?? 0)
  let isWhole = prompt != nil && completion != nil
  return TokenCounts(
    prompt: prompt, completion: completion,
    total: isWhole || random.happens(50) ? sum : sum + Int64.random(in: 0...999, using: &random),
    cached: count(50), cacheWrite: count(10), reasoning: count(30), requests: count(90))
}
