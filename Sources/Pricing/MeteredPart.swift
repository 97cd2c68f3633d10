import UsageModel

/// What one source metered of one model name for one subscription and feature on one day, by user:
/// the grain at which cached tokens are compared with the prompt.
struct MeteredPart {
  let source: String
  /// As metered.
  let model: String
  let relation: CachedRelation
  var usage: [(user: String, counts: TokenCounts)]
}

/// A ``MeteredPart`` in token classes.
struct ClassifiedPart {
  /// One entry per entry of the part's usage, in its order.
  var tokens: [TokensByClass]
  /// Whether the number of cached tokens is known.
  var isCachedKnown: Bool
  /// What had to be assumed.
  var assumptions: [Assumption]
}

/// Something that had to be assumed to put tokens into classes.
enum Assumption: Hashable {
  /// More cached tokens than prompt tokens where they lie inside: the prompt is charged in full.
  case cachedExceedsPrompt(cached: Int128, prompt: Int128)
  /// Cached tokens were metered of a model of which it is not known where they lie.
  case cachedRelationUnknown
  /// Writing to the cache costs and was not metered.
  case cacheWritesNotMetered
  /// Tokens that only a total names.
  case onlyInTotal(tokens: Int128)
}
