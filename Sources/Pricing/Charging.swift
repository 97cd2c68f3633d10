import UsageModel

/// Turns metered usage into charges, day by day.
package struct Charging: Sendable {
  private let plan: ChargePlan
  private let sharesPeople: Bool
  private var terms: TermsInForce
  private var part: [PartUsage] = []
  private var classes = TokenClassification()

  /// - Parameters:
  ///   - series: Those that usage will name, by their place here.
  ///   - sharesPeople: Whether charges are divided among their users; otherwise `Charge.people` is
  ///     empty.
  package init(book: PriceBook, series: [MeteredSeries], sharesPeople: Bool = true) {
    self.sharesPeople = sharesPeople
    let models = MeteredModels(book)
    plan = ChargePlan(
      series, model: models.model(of:), relation: models.cachedRelation(of:at:))
    terms = TermsInForce(book, chargeCount: plan.keys.count)
  }

  /// What charges are of, by number: ordered by subscription, feature, model.
  package var keys: [ChargeKey] { plan.keys }
  /// Who pays for the charges so far, by number.
  package var payers: [Payer] { terms.payers }

  /// Charges everything that was metered on one day.
  ///
  /// The classes of a charge are added up over users, sources and metered names before they are
  /// priced, so that each line is rounded once.
  /// - Parameters:
  ///   - usage: In any order; several of one series are added up. No count is negative.
  ///   - modelsWithCachedCount: Where any cached record came in the whole month: one quiet day is
  ///     then a zero, elsewhere the count is unknown.
  /// - Throws: ``ChargingError`` where a sum does not fit into 64 bits; nothing is ever cut off.
  package mutating func charges(
    of usage: [NumberedUsage], on day: CalendarDay, modelsWithCachedCount: Set<MeteredModel>
  ) throws(ChargingError) -> DayCharges {
    terms.enter(day)
    let isCachedCounted = plan.parts.map { modelsWithCachedCount.contains($0.metered) }
    var findings = ChargingFindings()
    var charges: [Charge] = []
    let order = orderedByPlace(usage)
    var next = 0
    while next < order.count {
      let number = plan.places[order[next].rank].charge
      var sums = ChargeSums(keepsUsers: sharesPeople)
      while next < order.count, plan.places[order[next].rank].charge == number {
        let partNumber = plan.places[order[next].rank].part
        guard takePart(from: &next, of: order, in: usage),
          classes.classify(
            part, relation: plan.parts[partNumber].relation,
            isCachedCounted: isCachedCounted[partNumber])
        else { throw tooLarge(number, on: day) }
        for assumption in classes.assumptions {
          findings.add(assumption, of: plan.parts[partNumber].metered)
        }
        sums.add(part, classes)
      }
      guard let charge = charge(number, of: sums, on: day) else { throw tooLarge(number, on: day) }
      charges.append(charge)
    }
    return DayCharges(charges: charges, findings: findings.worded(on: day))
  }

  /// What stands where in the order of the plan.
  private func orderedByPlace(_ usage: [NumberedUsage]) -> [(rank: Int, index: Int)] {
    var order = usage.indices.map { (rank: plan.rankOfSeries[usage[$0].series], index: $0) }
    order.sort { $0.rank < $1.rank }
    return order
  }

  /// Takes the usage of the next part, and adds up the entries of one user, such as the two points of
  /// a local day in which a UTC month ends, so that a count missing in one of them is not taken for a
  /// missing count of the day.
  /// - Returns: false where a sum does not fit into 64 bits.
  private mutating func takePart(
    from next: inout Int, of order: [(rank: Int, index: Int)], in usage: [NumberedUsage]
  ) -> Bool {
    part.removeAll(keepingCapacity: true)
    let first = plan.places[order[next].rank]
    while next < order.count {
      let place = plan.places[order[next].rank]
      guard place.charge == first.charge, place.part == first.part else { break }
      let counts = usage[order[next].index].counts
      next += 1
      if let last = part.indices.last, part[last].user == place.user {
        guard let sum = part[last].counts.adding(counts) else { return false }
        part[last].counts = sum
      } else {
        part.append(PartUsage(user: place.user, counts: counts))
      }
    }
    return true
  }

  /// - Returns: nil where a sum does not fit into 64 bits.
  private mutating func charge(_ number: Int, of sums: ChargeSums, on day: CalendarDay) -> Charge? {
    let key = plan.keys[number]
    let terms = terms.terms(of: number, key, on: day)
    guard let lines = chargeLines(of: sums.tokens, at: terms),
      let people = sharesPeople
        ? personShares(of: lines, among: sums.users, names: plan.users) : [],
      Int64(exactly: sums.tokens.sum) != nil,
      let requests = Int64(exactly: sums.requests),
      let input = Int64(exactly: sums.tokens.input),
      let cached = Int64(exactly: sums.tokens.cachedInput),
      let cacheWrite = Int64(exactly: sums.tokens.cacheWrite),
      let output = Int64(exactly: sums.tokens.output),
      let reasoning = Int64(exactly: sums.reasoning ?? 0)
    else { return nil }
    return Charge(
      day: day, payer: terms.payer, key: key, payerNumber: terms.payerNumber, number: number,
      requests: requests, inputTokens: input, cachedTokens: sums.isCachedKnown ? cached : nil,
      cacheWriteTokens: cacheWrite, outputTokens: output,
      reasoningTokens: sums.reasoning == nil ? nil : reasoning, lines: lines, people: people)
  }

  private func tooLarge(_ number: Int, on day: CalendarDay) -> ChargingError {
    let key = plan.keys[number]
    return .tooLarge(
      subscription: key.subscription, feature: key.feature, model: key.model, day: day)
  }
}

/// One line per class that has tokens, in class order.
/// - Returns: nil where a line, or all of them added up, do not fit into 64 bits.
private func chargeLines(of tokens: TokensByClass, at terms: ChargeTerms) -> [ChargeLine]? {
  var lines: [ChargeLine] = []
  var total: Int128 = 0
  for tokenClass in TokenClass.allCases where tokens[tokenClass] != 0 {
    guard let count = Int64(exactly: tokens[tokenClass]) else { return nil }
    guard let rate = terms[tokenClass] else {
      lines.append(ChargeLine(tokenClass: tokenClass, tokens: count, rate: nil, cost: nil))
      continue
    }
    guard let cost = rate.price.cost(of: count) else { return nil }
    total += Int128(cost.nano)
    lines.append(ChargeLine(tokenClass: tokenClass, tokens: count, rate: rate, cost: cost))
  }
  return Int64(exactly: total) == nil ? nil : lines
}
