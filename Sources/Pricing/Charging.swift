import UsageModel

/// Turns metered usage into charges.
package struct Charging: Sendable {
  private let payers: PayerIndex
  private let rates: RateCard
  private let models: ModelCatalogue
  private let relationBySource: [String: CachedRelation]
  private let sharesPeople: Bool

  /// - Parameter sharesPeople: Whether charges are divided among their users; otherwise
  ///   `Charge.people` is empty.
  package init(book: PriceBook, sharesPeople: Bool = true) {
    self.sharesPeople = sharesPeople
    payers = PayerIndex(book.membership)
    rates = RateCard(book.rates)
    models = ModelCatalogue(book.models)
    relationBySource = book.cachedRelationBySource
  }

  /// What a metered model name stands for.
  package func model(of metered: String) -> ResolvedModel {
    models.resolve(metered)
  }

  /// Where the cached tokens of a model lie that a source metered: what the source says goes before
  /// what models.csv says (docs/decisions/0020-where-cached-tokens-lie.md).
  package func cachedRelation(of model: ResolvedModel, at source: String) -> CachedRelation {
    relationBySource[source] ?? model.relation
  }

  /// Charges everything that was metered on one day.
  ///
  /// The classes of a charge are added up over users, sources and metered names before they are
  /// priced, so that each line is rounded once.
  /// - Parameters:
  ///   - usage: In any order; several of one series are added up. No count is negative.
  ///   - modelsWithCachedCount: Where any cached record came in the whole month: one quiet day is
  ///     then a zero, elsewhere the count is unknown.
  /// - Throws: ``ChargingError`` where a sum does not fit into 64 bits; nothing is ever cut off.
  package func charges(
    of usage: [MeteredUsage], on day: CalendarDay, modelsWithCachedCount: Set<MeteredModel>
  ) throws(ChargingError) -> DayCharges {
    var findings = ChargingFindings()
    var charges: [Charge] = []
    for draft in drafts(of: usage) {
      guard
        let charge = charge(
          for: draft, on: day, modelsWithCachedCount: modelsWithCachedCount, findings: &findings)
      else {
        throw .tooLarge(
          subscription: draft.key.subscription, feature: draft.key.feature, model: draft.key.model,
          day: day)
      }
      charges.append(charge)
    }
    return DayCharges(charges: charges, findings: findings.worded(on: day))
  }

  /// Ordered by subscription, feature, model.
  private func drafts(of usage: [MeteredUsage]) -> [ChargeDraft] {
    var resolved: [String: ResolvedModel] = [:]
    var drafts: [ChargeDraft] = []
    var indices: [ChargeKey: Int] = [:]
    for entry in usage {
      let series = entry.series
      let model = resolved[series.model] ?? models.resolve(series.model)
      resolved[series.model] = model
      let key = ChargeKey(
        subscription: series.subscription, feature: series.feature, model: model.id)
      let index = indices[key] ?? drafts.count
      if index == drafts.count {
        indices[key] = index
        drafts.append(ChargeDraft(key: key))
      }
      drafts[index].add(entry, relation: cachedRelation(of: model, at: entry.source))
    }
    return drafts.sorted {
      ($0.key.subscription, $0.key.feature, $0.key.model)
        < ($1.key.subscription, $1.key.feature, $1.key.model)
    }
  }

  /// - Returns: nil where a sum does not fit into 64 bits.
  private func charge(
    for draft: ChargeDraft, on day: CalendarDay, modelsWithCachedCount: Set<MeteredModel>,
    findings: inout ChargingFindings
  ) -> Charge? {
    var sums = ChargeSums()
    for var part in draft.parts {
      guard let usage = addedUpByUser(part.usage) else { return nil }
      part.usage = usage
      let isCachedCounted = modelsWithCachedCount.contains(
        MeteredModel(source: part.source, model: part.model))
      guard let classified = classify(part, isCachedCounted: isCachedCounted) else { return nil }
      for assumption in classified.assumptions { findings.add(assumption, of: part) }
      sums.add(part, classified)
    }

    let key = draft.key
    let payer = payers.payer(of: key.subscription, on: day)
    let lines = chargeLines(of: sums.tokens) { tokenClass in
      rates.rate(
        model: key.model, feature: key.feature, subscription: key.subscription, team: payer.team,
        tokenClass: tokenClass, on: day)
    }
    guard let lines,
      let people = sharesPeople ? personShares(of: lines, among: sums.users) : [],
      Int64(exactly: sums.tokens.sum) != nil,
      let requests = Int64(exactly: sums.requests),
      let input = Int64(exactly: sums.tokens.input),
      let cached = Int64(exactly: sums.tokens.cachedInput),
      let cacheWrite = Int64(exactly: sums.tokens.cacheWrite),
      let output = Int64(exactly: sums.tokens.output),
      let reasoning = Int64(exactly: sums.reasoning ?? 0)
    else { return nil }
    return Charge(
      day: day, payer: payer, subscription: key.subscription, feature: key.feature,
      model: key.model, requests: requests, inputTokens: input,
      cachedTokens: sums.isCachedKnown ? cached : nil, cacheWriteTokens: cacheWrite,
      outputTokens: output, reasoningTokens: sums.reasoning == nil ? nil : reasoning,
      lines: lines, people: people)
  }
}

/// One line per class that has tokens, in class order.
/// - Returns: nil where a line, or all of them added up, do not fit into 64 bits.
private func chargeLines(
  of tokens: TokensByClass, rate rateOf: (TokenClass) -> Rate?
) -> [ChargeLine]? {
  var lines: [ChargeLine] = []
  var total: Int128 = 0
  for tokenClass in TokenClass.allCases where tokens[tokenClass] != 0 {
    guard let count = Int64(exactly: tokens[tokenClass]) else { return nil }
    guard let rate = rateOf(tokenClass) else {
      lines.append(ChargeLine(tokenClass: tokenClass, tokens: count, rate: nil, cost: nil))
      continue
    }
    guard let cost = rate.price.cost(of: count) else { return nil }
    total += Int128(cost.nano)
    lines.append(ChargeLine(tokenClass: tokenClass, tokens: count, rate: rate, cost: cost))
  }
  return Int64(exactly: total) == nil ? nil : lines
}
