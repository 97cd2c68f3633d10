import UsageModel

/// A price in force, and the row of rates.csv that agrees it.
package struct AgreedPrice: Hashable, Sendable {
  /// Where the row stands in rates.csv, from 1.
  package let line: Int
  package let price: Price

  package init(line: Int, price: Price) {
    self.line = line
    self.price = price
  }
}

/// Who pays for a charge, and at which prices.
struct ChargeTerms: Sendable {
  let payer: Payer
  /// Among the payers met so far.
  let payerNumber: Int
  let input: AgreedPrice?
  let cachedInput: AgreedPrice?
  let cacheWrite: AgreedPrice?
  let output: AgreedPrice?

  subscript(_ tokenClass: TokenClass) -> AgreedPrice? {
    switch tokenClass {
    case .input: input
    case .cachedInput: cachedInput
    case .cacheWrite: cacheWrite
    case .output: output
    }
  }
}

/// The terms of every charge, looked up again only after a day on which a rate or a membership
/// begins or ends to be in force.
struct TermsInForce: Sendable {
  private let payerIndex: PayerIndex
  private let rates: RateCard
  /// The first day of each stretch of days with the same rates and members, in order.
  private let changes: [CalendarDay]
  private var stretch = -1
  private var terms: [ChargeTerms?]
  private(set) var payers: [Payer] = []
  private var payerNumbers: [Payer: Int] = [:]

  init(_ book: PriceBook, chargeCount: Int) {
    payerIndex = PayerIndex(book.membership)
    rates = RateCard(book.rates)
    let validities =
      book.rates.map(\.validity) + book.membership.subscriptions.map(\.validity)
      + book.membership.teams.map(\.validity)
    let days = validities.flatMap { [$0.from, $0.to?.advanced(by: 1)].compactMap { $0 } }
    changes = Set(days).sorted()
    terms = Array(repeating: nil, count: chargeCount)
  }

  /// - Parameter day: Of the terms that are asked for next.
  mutating func enter(_ day: CalendarDay) {
    let current = changes.firstIndex { $0 > day } ?? changes.count
    guard current != stretch else { return }
    stretch = current
    for index in terms.indices { terms[index] = nil }
  }

  /// - Parameters:
  ///   - charge: The number of `key`.
  ///   - day: The one entered last.
  mutating func terms(of charge: Int, _ key: ChargeKey, on day: CalendarDay) -> ChargeTerms {
    if let known = terms[charge] { return known }
    let payer = payerIndex.payer(of: key.subscription, on: day)
    let number = payerNumbers[payer] ?? payers.count
    if number == payers.count {
      payerNumbers[payer] = number
      payers.append(payer)
    }
    func price(_ tokenClass: TokenClass) -> AgreedPrice? {
      rates.rate(
        model: key.model, feature: key.feature, subscription: key.subscription, team: payer.team,
        tokenClass: tokenClass, on: day
      ).map { AgreedPrice(line: $0.line, price: $0.price) }
    }
    let found = ChargeTerms(
      payer: payer, payerNumber: number, input: price(.input), cachedInput: price(.cachedInput),
      cacheWrite: price(.cacheWrite), output: price(.output))
    terms[charge] = found
    return found
  }
}
