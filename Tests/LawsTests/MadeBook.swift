import SeededCases
import Pricing
import UsageModel

/// What the files of a company say: dated periods with gaps and moves, and rates of any scope.
func madeBook(
  _ names: MadeNames, in days: ClosedRange<CalendarDay>, _ generator: inout SplitMix64
) -> PriceBook {
  var subscriptions: [SubscriptionPeriod] = []
  for subscription in names.subscriptions
  where !subscription.isEmpty && !names.teams.isEmpty && generator.happens(80) {
    subscriptions += madePeriods(in: days, &generator).map { validity in
      SubscriptionPeriod(
        subscription: subscription, team: generator.one(of: names.teams),
        name: generator.one(of: ["", "Name"]), validity: validity)
    }
  }
  var teams: [TeamPeriod] = []
  for team in names.teams where generator.happens(80) {
    teams += madePeriods(in: days, &generator).map { validity in
      TeamPeriod(
        team: team, name: "", costCentre: generator.one(of: ["4711", "0815", ""]), owner: "",
        email: "", validity: validity)
    }
  }
  let models = madeModelRules(&generator)
  return PriceBook(
    membership: Membership(subscriptions: subscriptions, teams: teams), models: models,
    rates: madeRates(names, models, in: days, &generator))
}

/// One to three spans of days in order, some of them left out.
private func madePeriods(
  in days: ClosedRange<CalendarDay>, _ generator: inout SplitMix64
) -> [Validity] {
  let cuts = Set(generator.some(0...2, of: Array(days))).sorted()
  let starts = [nil] + cuts.map(Optional.some)
  let ends = cuts.map { $0.advanced(by: -1) } + [nil]
  return zip(starts, ends).map(Validity.init(from:to:)).filter { _ in !generator.happens(25) }
}

private func madeModelRules(_ generator: inout SplitMix64) -> [ModelRule] {
  let metered = ["gpt-4o", "gpt-4o*", "gpt*", "claude-3*", "mistral-large", "o*", "*"]
  return generator.some(0...3, of: metered).map { metered in
    ModelRule(
      metered: metered, model: generator.one(of: ["gpt-4o", "small", "large"]), name: "",
      cached: generator.one(of: [.inside, .beside, .unknown]))
  }
}

private func madeRates(
  _ names: MadeNames, _ rules: [ModelRule], in days: ClosedRange<CalendarDay>,
  _ generator: inout SplitMix64
) -> [Rate] {
  let models = names.models.filter { !$0.isEmpty } + rules.map(\.model)
  let features = names.features.filter { !$0.isEmpty }
  let subscriptions = names.subscriptions.filter { !$0.isEmpty }
  var rates: [Rate] = []
  for line in 2..<(2 + generator.number(0...9)) {
    let scope = RateScope(
      model: generator.maybe(40, models + ["unknown"]),
      feature: generator.maybe(20, features + ["unknown"]),
      subscription: generator.maybe(20, subscriptions + ["unknown"]),
      team: generator.maybe(20, names.teams + ["unassigned"]),
      tokenClass: generator.maybe(40, TokenClass.allCases))
    rates.append(
      madeRate(
        line: line, scope, from: generator.maybe(40, Array(days)),
        lasting: generator.happens(30) ? generator.number(0...9) : nil, &generator))
  }
  let ambiguous = Set(ambiguousPairs(in: rates).map(\.second.line))
  return rates.filter { !ambiguous.contains($0.line) }
}

/// - Parameter days: How many days it is in force after the first; nil is open.
func madeRate(
  line: Int, _ scope: RateScope, from first: CalendarDay?, lasting days: Int? = nil,
  _ generator: inout SplitMix64
) -> Rate {
  // Half a nano per token and its odd multiples make ties.
  let nanoPerMillion: Int64 = generator.one(of: [
    0, 1_000, 500_000, 1_500_000, 2_500_000, 2_500_000_000,
    generator.count(0...20_000_000) * 1_000,
  ])
  let last = days.flatMap { days in first?.advanced(by: days) }
  return Rate(
    id: "rate-\(line)", line: line, scope: scope, price: Price(nanoPerMillion: nanoPerMillion),
    writtenPrice: "", writtenPer: "1M", currency: "EUR", validity: Validity(from: first, to: last))
}
