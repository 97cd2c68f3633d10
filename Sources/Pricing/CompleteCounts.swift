import UsageModel

/// Counts with the tokens filled in that only the total names (docs/decisions/0007-total-only.md).
///
/// Where prompt or completion is missing altogether it is what the total leaves: output where only
/// the completion is missing, otherwise input. Where both are there, some records still may have had
/// a total only, so what the total has above the other counts is input too. A total may include
/// tokens that lie beside the prompt; they are charged or left out by their own count, so an excess
/// up to that count is not missing usage.
struct CompleteCounts {
  let prompt: Int128
  let completion: Int128
  let cached: Int128
  let cacheWrite: Int128
  /// Of `prompt` and `completion`, the tokens that only the total names.
  let fromTotal: Int128

  init(_ counts: TokenCounts, relation: CachedRelation) {
    cached = Int128(counts.cached ?? 0)
    cacheWrite = Int128(counts.cacheWrite ?? 0)
    let isComplete = counts.prompt != nil && counts.completion != nil
    let beside = cacheWrite + (relation == .inside ? 0 : cached)
    let named =
      Int128(counts.prompt ?? 0) + Int128(counts.completion ?? 0) + (isComplete ? beside : 0)
    fromTotal = max(0, Int128(counts.total ?? 0) - named)
    let isOutput = counts.prompt != nil && counts.completion == nil
    prompt = Int128(counts.prompt ?? 0) + (isOutput ? 0 : fromTotal)
    completion = Int128(counts.completion ?? 0) + (isOutput ? fromTotal : 0)
  }
}
