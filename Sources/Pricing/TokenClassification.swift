import UsageModel

/// Puts metered counts into disjoint token classes (contract.md 3).
///
/// Reasoning lies inside completion and is in no class. Tokens that only a total names are not lost,
/// see ``CompleteCounts``.
/// - Parameter isCachedCounted: Whether any cached record of this model and source came in the month:
///   one quiet day is then a zero.
/// - Returns: nil where a count does not fit into 64 bits.
func classify(_ part: MeteredPart, isCachedCounted: Bool) -> ClassifiedPart? {
  let usage = part.usage.map { CompleteCounts($0.counts, relation: part.relation) }
  var assumptions: [Assumption] = []
  let onlyInTotal = usage.reduce(0) { $0 + $1.fromTotal }
  if onlyInTotal > 0 { assumptions.append(.onlyInTotal(tokens: onlyInTotal)) }

  let prompt = usage.reduce(0) { $0 + $1.prompt }
  let cached = usage.reduce(0) { $0 + $1.cached }
  var cachedByEntry = usage.map { _ in Int128(0) }
  var isCachedKnown = isCachedCounted || part.usage.contains { $0.counts.cached != nil }
  switch part.relation {
  case .unknown:
    isCachedKnown = false
    if cached > 0 { assumptions.append(.cachedRelationUnknown) }
  case .beside:
    cachedByEntry = usage.map(\.cached)
    if part.usage.allSatisfy({ $0.counts.cacheWrite == nil }) {
      assumptions.append(.cacheWritesNotMetered)
    }
  case .inside where cached > prompt:
    assumptions.append(.cachedExceedsPrompt(cached: cached, prompt: prompt))
  case .inside:
    guard let inside = cachedInsidePrompt(of: usage, cached: cached) else { return nil }
    cachedByEntry = inside
  }

  let tokens = zip(usage, cachedByEntry).map { counts, cached in
    TokensByClass(
      input: part.relation == .inside ? counts.prompt - cached : counts.prompt,
      cachedInput: cached, cacheWrite: counts.cacheWrite, output: counts.completion)
  }
  return ClassifiedPart(tokens: tokens, isCachedKnown: isCachedKnown, assumptions: assumptions)
}

/// The cached tokens of each entry, none more than its prompt.
///
/// One user's count may exceed that user's prompt while the sum does not: then the sum is divided by
/// prompt, so that no quantity is negative and nothing is lost.
/// - Returns: nil where a count does not fit into 64 bits.
private func cachedInsidePrompt(of usage: [CompleteCounts], cached: Int128) -> [Int128]? {
  guard usage.contains(where: { $0.cached > $0.prompt }) else { return usage.map(\.cached) }
  let prompts = usage.compactMap { Int64(exactly: $0.prompt) }
  guard prompts.count == usage.count, let total = Int64(exactly: cached) else { return nil }
  return apportion(total, by: prompts).map { Int128($0) }
}
