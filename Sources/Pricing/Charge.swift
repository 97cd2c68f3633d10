import UsageModel

/// What one subscription, feature and model cost on one day.
package struct Charge: Hashable, Sendable {
  package let day: CalendarDay
  package let payer: Payer
  package let key: ChargeKey
  /// The places of `payer` and `key` among those of the ``Charging``.
  package let payerNumber: Int
  package let number: Int
  package let requests: Int64
  package let inputTokens: Int64
  /// nil: it is not known how many came from a cache.
  package let cachedTokens: Int64?
  package let cacheWriteTokens: Int64
  package let outputTokens: Int64
  /// Inside `outputTokens`; nil where it was not metered.
  package let reasoningTokens: Int64?
  /// The same tokens by class and rate, in class order: what the cost is made of.
  package var lines: [ChargeLine]
  /// The same amounts by user; adds up to the charge. In user order.
  package var people: [PersonShare]

  package init(
    day: CalendarDay, payer: Payer, key: ChargeKey, payerNumber: Int, number: Int,
    requests: Int64, inputTokens: Int64, cachedTokens: Int64?, cacheWriteTokens: Int64,
    outputTokens: Int64, reasoningTokens: Int64?, lines: [ChargeLine], people: [PersonShare]
  ) {
    self.day = day
    self.payer = payer
    self.key = key
    self.payerNumber = payerNumber
    self.number = number
    self.requests = requests
    self.inputTokens = inputTokens
    self.cachedTokens = cachedTokens
    self.cacheWriteTokens = cacheWriteTokens
    self.outputTokens = outputTokens
    self.reasoningTokens = reasoningTokens
    self.lines = lines
    self.people = people
  }

  /// All classes added. ``Charging`` refuses lines of which a sum does not fit.
  package var tokens: Int64 {
    Int64(clamping: lines.reduce(Int128(0)) { $0 + Int128($1.tokens) })
  }
  /// nil where nothing is priced.
  package var cost: Money? {
    var sum: Int128?
    for line in lines {
      if let cost = line.cost { sum = (sum ?? 0) + Int128(cost.nano) }
    }
    return sum.map { Money(nano: Int64(clamping: $0)) }
  }
  package var unpricedTokens: Int64 {
    Int64(clamping: lines.reduce(Int128(0)) { $0 + ($1.rate == nil ? Int128($1.tokens) : 0) })
  }
}

/// Tokens of one class at one rate.
package struct ChargeLine: Hashable, Sendable {
  package let tokenClass: TokenClass
  package let tokens: Int64
  /// nil: no agreed price.
  package let rate: AgreedPrice?
  /// tokens × price, rounded once; nil with `rate`.
  package let cost: Money?

  package init(tokenClass: TokenClass, tokens: Int64, rate: AgreedPrice?, cost: Money?) {
    self.tokenClass = tokenClass
    self.tokens = tokens
    self.rate = rate
    self.cost = cost
  }
}

/// One user's part of a charge.
package struct PersonShare: Hashable, Sendable {
  package let user: String
  package let requests: Int64
  package let tokens: Int64
  package let cost: Money?
  package let unpricedTokens: Int64

  package init(
    user: String, requests: Int64, tokens: Int64, cost: Money?, unpricedTokens: Int64
  ) {
    self.user = user
    self.requests = requests
    self.tokens = tokens
    self.cost = cost
    self.unpricedTokens = unpricedTokens
  }
}

/// The charges of one day, and what had to be assumed.
package struct DayCharges: Hashable, Sendable {
  /// Ordered by subscription, feature, model.
  package var charges: [Charge]
  package var findings: [Finding]

  package init(charges: [Charge] = [], findings: [Finding] = []) {
    self.charges = charges
    self.findings = findings
  }
}
