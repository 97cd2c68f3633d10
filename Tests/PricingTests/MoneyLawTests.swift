import Pricing
import Testing
import UsageModel

/// Law 2: rounded once per line to nano, then only added.
@Suite struct MoneyLawTests {
  @Test func `every line is rounded once and everything above it adds up, 1,000 random days`()
    throws
  {
    for seed in UInt64(0)..<1_000 {
      let day = try RandomDay(seed: seed).charges()

      #expect(moneyFaults(in: day) == [], "seed \(seed)")
    }
  }

  @Test func `the check sees an amount that was rounded twice`() throws {
    var day = try oneCharge()
    let line = day.charges[0].lines[0]

    day.charges[0].lines[0] = ChargeLine(
      tokenClass: line.tokenClass, tokens: line.tokens, rate: line.rate,
      cost: Money(nano: line.cost!.nano + 1))

    #expect(
      moneyFaults(in: day) == [
        "web chat opal input costs 3, not 2", "web chat opal: people cost 2, not 3",
      ])
  }

  @Test func `the check sees a person who pays too little`() throws {
    var day = try oneCharge()

    day.charges[0].people.removeLast()

    #expect(moneyFaults(in: day) == ["web chat opal: people cost 1, not 2"])
  }

  @Test func `the check sees a line that is lost`() throws {
    var day = try oneCharge()

    day.charges[0].lines = []

    #expect(
      moneyFaults(in: day) == [
        "web chat opal: lines hold 0 tokens, not 3", "web chat opal: people cost 2, not nothing",
      ])
  }

  private func oneCharge() throws -> DayCharges {
    try charges(
      of: [
        usage(user: "ann", TokenCounts(prompt: 2)), usage(user: "bob", TokenCounts(prompt: 1)),
      ], rates: [rate(2, RateScope(), nanoPerMillion: 500_000)])
  }
}

/// What in the charges is not the sum or the product that law 2 says it is.
private func moneyFaults(in day: DayCharges) -> [String] {
  var faults: [String] = []
  for charge in day.charges {
    let name = "\(charge.key.subscription) \(charge.key.feature) \(charge.key.model)"
    for line in charge.lines {
      let expected = line.rate.map { roundedAmount(line.tokens, $0.price) }
      if line.cost?.nano != expected {
        faults.append(
          "\(name) \(line.tokenClass.rawValue) costs \(written(line.cost?.nano)), "
            + "not \(written(expected))")
      }
    }
    let classes =
      charge.inputTokens + (charge.cachedTokens ?? 0) + charge.cacheWriteTokens
      + charge.outputTokens
    let inLines = charge.lines.map(\.tokens).reduce(0, +)
    if inLines != classes { faults.append("\(name): lines hold \(inLines) tokens, not \(classes)") }
    let total = sum(charge.lines.map { $0.cost?.nano })
    let people = sum(charge.people.map { $0.cost?.nano })
    if people != total {
      faults.append("\(name): people cost \(written(people)), not \(written(total))")
    }
  }
  return faults
}

/// The amount in nano by long division of decimal digits: another way than the one under test.
private func roundedAmount(_ tokens: Int64, _ price: Price) -> Int64 {
  let product = String(Int128(tokens) * Int128(price.nanoPerMillion))
  let digits = String(repeating: "0", count: max(0, 7 - product.count)) + product
  let whole = Int64(digits.dropLast(6))!
  let fraction = String(digits.suffix(6))
  if fraction == "500000" { return whole % 2 == 0 ? whole : whole + 1 }
  return fraction > "500000" ? whole + 1 : whole
}

private func sum(_ amounts: [Int64?]) -> Int64? {
  let known = amounts.compactMap { $0 }
  return known.isEmpty ? nil : known.reduce(0, +)
}

private func written(_ amount: Int64?) -> String { amount.map(String.init) ?? "nothing" }
