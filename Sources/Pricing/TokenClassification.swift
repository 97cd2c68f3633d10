import UsageModel

/// Puts metered counts into disjoint token classes (contract.md 3), part by part.
///
/// Reasoning lies inside completion and is in no class. Tokens that only a total names are not lost,
/// see ``CompleteCounts``. The memory is used again for the next part.
struct TokenClassification {
  private var usage: [CompleteCounts] = []
  private var cached: [Int128] = []
  /// One entry per entry of the part's usage, in its order.
  private(set) var tokens: [TokensByClass] = []
  /// Whether the number of cached tokens is known.
  private(set) var isCachedKnown = false
  /// What had to be assumed.
  private(set) var assumptions: [Assumption] = []

  /// - Parameters:
  ///   - part: What one source metered of one model name for one subscription and feature on one
  ///     day, with one entry per user: the grain at which cached tokens are compared with the
  ///     prompt.
  ///   - isCachedCounted: Whether any cached record of this model and source came in the month: one
  ///     quiet day is then a zero.
  /// - Returns: false where a count does not fit into 64 bits.
  mutating func classify(
    _ part: [PartUsage], relation: CachedRelation, isCachedCounted: Bool
  ) -> Bool {
    usage.removeAll(keepingCapacity: true)
    cached.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    assumptions.removeAll(keepingCapacity: true)
    var prompt: Int128 = 0
    var allCached: Int128 = 0
    var onlyInTotal: Int128 = 0
    isCachedKnown = isCachedCounted
    for entry in part {
      let counts = CompleteCounts(entry.counts, relation: relation)
      usage.append(counts)
      prompt += counts.prompt
      allCached += counts.cached
      onlyInTotal += counts.fromTotal
      if entry.counts.cached != nil { isCachedKnown = true }
    }
    if onlyInTotal > 0 { assumptions.append(.onlyInTotal(tokens: onlyInTotal)) }

    var countsCached = true
    switch relation {
    case .unknown:
      isCachedKnown = false
      countsCached = false
      if allCached > 0 { assumptions.append(.cachedRelationUnknown) }
    case .beside:
      if part.allSatisfy({ $0.counts.cacheWrite == nil }) {
        assumptions.append(.cacheWritesNotMetered)
      }
    case .inside where allCached > prompt:
      countsCached = false
      assumptions.append(.cachedExceedsPrompt(cached: allCached, prompt: prompt))
    case .inside:
      guard keepCachedInsidePrompts(allCached) else { return false }
    }

    for index in usage.indices {
      let counts = usage[index]
      let cached = !countsCached ? 0 : cached.isEmpty ? counts.cached : cached[index]
      tokens.append(
        TokensByClass(
          input: relation == .inside ? counts.prompt - cached : counts.prompt,
          cachedInput: cached, cacheWrite: counts.cacheWrite, output: counts.completion))
    }
    return true
  }

  /// One user's count may exceed that user's prompt while the sum does not: then the sum is divided
  /// by prompt, so that no quantity is negative and nothing is lost.
  /// - Returns: false where a count does not fit into 64 bits.
  private mutating func keepCachedInsidePrompts(_ allCached: Int128) -> Bool {
    guard usage.contains(where: { $0.cached > $0.prompt }) else { return true }
    let prompts = usage.compactMap { Int64(exactly: $0.prompt) }
    guard prompts.count == usage.count, let total = Int64(exactly: allCached) else { return false }
    cached = apportion(total, by: prompts).map { Int128($0) }
    return true
  }
}
