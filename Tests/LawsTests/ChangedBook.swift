import SeededCases
import Pricing
import UsageModel

/// The files of a company after finance has edited them: every changed row begins after `day`.
func changed(_ book: PriceBook, after day: CalendarDay, _ generator: inout SplitMix64) -> PriceBook
{
  let next = day.advanced(by: 1)
  return PriceBook(
    membership: Membership(
      subscriptions: book.membership.subscriptions.flatMap { period in
        cut(period.validity, at: next, &generator).map { part in
          SubscriptionPeriod(
            subscription: period.subscription,
            team: part.isNew ? generator.one(of: ["sales", "moved"]) : period.team,
            name: period.name, validity: part.validity)
        }
      },
      teams: book.membership.teams.flatMap { period in
        cut(period.validity, at: next, &generator).map { part in
          TeamPeriod(
            team: period.team, name: period.name,
            costCentre: part.isNew ? generator.one(of: ["4711", "9999"]) : period.costCentre,
            owner: "", email: "", validity: part.validity)
        }
      }),
    models: book.models, rates: changed(book.rates, from: next, &generator))
}

private func changed(
  _ rates: [Rate], from next: CalendarDay, _ generator: inout SplitMix64
) -> [Rate] {
  var changed: [Rate] = []
  for rate in rates {
    for part in cut(rate.validity, at: next, &generator) {
      let line = part.isNew ? 1000 + rate.line : rate.line
      changed.append(
        Rate(
          id: "rate-\(line)", line: line, scope: rate.scope,
          price: part.isNew ? Price(nanoPerMillion: generator.count(0...9) * 1_000) : rate.price,
          writtenPrice: "", writtenPer: "1M", currency: "EUR", validity: part.validity))
    }
  }
  changed.append(madeRate(line: 2000, RateScope(), from: next, &generator))
  let ambiguous = Set(ambiguousPairs(in: changed).map(\.second.line))
  return changed.filter { !ambiguous.contains($0.line) }
}

/// The part of a row before `next`, and mostly a new row for the rest.
private func cut(
  _ validity: Validity, at next: CalendarDay, _ generator: inout SplitMix64
) -> [(validity: Validity, isNew: Bool)] {
  var parts: [(validity: Validity, isNew: Bool)] = []
  let begins = validity.from.map { $0 < next } ?? true
  let goesOn = validity.to.map { $0 >= next } ?? true
  if begins {
    let last = goesOn ? next.advanced(by: -1) : validity.to
    parts.append((Validity(from: validity.from, to: last), false))
  }
  if goesOn, generator.happens(80) {
    parts.append((Validity(from: begins ? next : validity.from, to: validity.to), true))
  }
  return parts
}
