import Pricing
import UsageModel

func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

func validity(_ from: String? = nil, _ to: String? = nil) -> Validity {
  Validity(from: from.map(day), to: to.map(day))
}

let payday = day("2026-10-31")

/// A rate whose id says its line; the price is in whole units per million tokens.
func rate(
  _ line: Int, model: String? = nil, feature: String? = nil, subscription: String? = nil,
  team: String? = nil, tokenClass: TokenClass? = nil, perMillion: Int64 = 1,
  validity: Validity = .always
) -> Rate {
  rate(
    line,
    RateScope(
      model: model, feature: feature, subscription: subscription, team: team,
      tokenClass: tokenClass),
    nanoPerMillion: perMillion * 1_000_000_000, validity: validity)
}

func rate(
  _ line: Int, _ scope: RateScope, nanoPerMillion: Int64, validity: Validity = .always
) -> Rate {
  Rate(
    id: "rate-\(line)", line: line, scope: scope, price: Price(nanoPerMillion: nanoPerMillion),
    writtenPrice: "", writtenPer: "1M", currency: "EUR", validity: validity)
}

func usage(
  of subscription: String = "web", user: String = "ann", feature: String = "chat",
  model: String = "opal", source: String = "gateway", _ counts: TokenCounts
) -> MeteredUsage {
  MeteredUsage(
    source: source,
    series: SeriesKey(subscription: subscription, user: user, feature: feature, model: model),
    counts: counts)
}

let noMembership = Membership(subscriptions: [], teams: [])

/// opal counts cached tokens inside the prompt, jade beside it, and of ruby it is not known.
let stones = [
  ModelRule(metered: "opal*", model: "opal", name: "Opal", cached: .inside),
  ModelRule(metered: "jade", model: "jade", name: "", cached: .beside),
  ModelRule(metered: "ruby", model: "ruby", name: "", cached: .unknown),
]

func book(_ rates: [Rate] = [], membership: Membership = noMembership) -> PriceBook {
  PriceBook(membership: membership, models: stones, rates: rates)
}

/// The charges of 31 October, cached tokens being counted for `cachedCounted` at the gateway.
func charges(
  of usage: [MeteredUsage], rates: [Rate] = [], membership: Membership = noMembership,
  cachedCounted: [String] = []
) throws -> DayCharges {
  try charges(
    of: usage, book: book(rates, membership: membership),
    modelsWithCachedCount: Set(
      cachedCounted.map { MeteredModel(source: "gateway", model: $0) }))
}

/// The charges of 31 October, each entry of the usage being a series with a number of its own.
func charges(
  of usage: [MeteredUsage], book: PriceBook, modelsWithCachedCount: Set<MeteredModel> = []
) throws -> DayCharges {
  var charging = Charging(
    book: book, series: usage.map { MeteredSeries(source: $0.source, key: $0.series) })
  return try charging.charges(
    of: usage.enumerated().map { NumberedUsage(series: $0.offset, counts: $0.element.counts) },
    on: payday, modelsWithCachedCount: modelsWithCachedCount)
}

extension Rate {
  /// What a line of a charge says of it.
  var agreed: AgreedPrice { AgreedPrice(line: line, price: price) }
}
