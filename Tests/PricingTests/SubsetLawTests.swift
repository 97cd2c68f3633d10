import Pricing
import Testing
import UsageModel

/// Laws 1 and 5: nothing that was metered is lost, and no subset is added twice.
@Suite struct SubsetLawTests {
  @Test func `tokens and requests are those of an independent sum, 1,000 random days`() throws {
    for seed in UInt64(0)..<1_000 {
      let day = RandomDay(seed: seed)

      let charges = try day.charges()

      #expect(countFaults(in: charges, of: day.usage) == [], "seed \(seed)")
    }
  }

  @Test func `people hold what the charges hold, 1,000 random days`() throws {
    for seed in UInt64(0)..<1_000 {
      let day = try RandomDay(seed: seed).charges()

      #expect(peopleFaults(in: day) == [], "seed \(seed)")
    }
  }

  @Test func `the check sees cached tokens added twice`() throws {
    let metered = [usage(TokenCounts(prompt: 100, completion: 20, cached: 30))]
    var day = try charges(of: metered, cachedCounted: ["opal"])

    day.charges[0].lines[0] = ChargeLine(tokenClass: .input, tokens: 100, rate: nil, cost: nil)

    #expect(countFaults(in: day, of: metered) == ["150 tokens, not 120"])
  }

  @Test func `the check sees a subscription that is lost`() throws {
    let metered = [
      usage(of: "web", TokenCounts(prompt: 100, requests: 1)),
      usage(of: "new", TokenCounts(prompt: 7, requests: 2)),
    ]
    var day = try charges(of: metered)

    day.charges.removeFirst()

    #expect(countFaults(in: day, of: metered) == ["100 tokens, not 107", "1 requests, not 3"])
  }

  @Test func `the check sees a person who is lost`() throws {
    var day = try charges(of: [usage(TokenCounts(prompt: 100, requests: 1))])

    day.charges[0].people = []

    #expect(
      peopleFaults(in: day) == [
        "opal: people hold 0 tokens, not 100", "opal: people hold 0 requests, not 1",
        "opal: people hold 0 unpriced tokens, not 100",
      ])
  }
}

/// Whether charges hold all tokens and requests of the metered usage, summed without any grouping.
private func countFaults(in day: DayCharges, of usage: [MeteredUsage]) -> [String] {
  var tokens: Int64 = 0
  for (_, entries) in Dictionary(grouping: usage, by: SeriesAtSource.init) {
    // The points of one series are one day.
    let counts = entries.map(\.counts).reduce(TokenCounts()) { $0.adding($1)! }
    let prompt = counts.prompt ?? 0
    let completion = counts.completion ?? 0
    let isWhole = counts.prompt != nil && counts.completion != nil
    let cacheWrite = counts.cacheWrite ?? 0
    let cached = counts.cached ?? 0
    // What a total may hold beside prompt and completion; only opal's cached tokens lie inside.
    let isInside = entries[0].series.model.hasPrefix("opal")
    let beside = isWhole ? cacheWrite + (isInside ? 0 : cached) : 0
    tokens += max(prompt + completion, (counts.total ?? 0) - beside) + cacheWrite
    if entries[0].series.model == "jade" { tokens += cached }
  }
  let requests = usage.compactMap(\.counts.requests).reduce(0, +)
  let chargedTokens = day.charges.map(\.tokens).reduce(0, +)
  let chargedRequests = day.charges.map(\.requests).reduce(0, +)
  var faults: [String] = []
  if chargedTokens != tokens { faults.append("\(chargedTokens) tokens, not \(tokens)") }
  if chargedRequests != requests { faults.append("\(chargedRequests) requests, not \(requests)") }
  return faults
}

private struct SeriesAtSource: Hashable {
  let source: String
  let series: SeriesKey

  init(_ usage: MeteredUsage) {
    source = usage.source
    series = usage.series
  }
}

private func peopleFaults(in day: DayCharges) -> [String] {
  var faults: [String] = []
  for charge in day.charges {
    func compare(_ held: Int64, _ expected: Int64, _ what: String) {
      if held != expected {
        faults.append("\(charge.key.model): people hold \(held) \(what), not \(expected)")
      }
    }
    compare(charge.people.map(\.tokens).reduce(0, +), charge.tokens, "tokens")
    compare(charge.people.map(\.requests).reduce(0, +), charge.requests, "requests")
    compare(
      charge.people.map(\.unpricedTokens).reduce(0, +), charge.unpricedTokens, "unpriced tokens")
    if charge.people.contains(where: { $0.tokens < 0 || ($0.cost?.nano ?? 0) < 0 }) {
      faults.append("\(charge.key.model): a person holds less than nothing")
    }
    if charge.people.map(\.user) != charge.people.map(\.user).sorted() {
      faults.append("\(charge.key.model): people are not in order")
    }
  }
  return faults
}
