import UsageModel

/// What one user used of one part of a charge on a day.
struct PartUsage {
  /// By number, in the order of the names.
  let user: Int
  var counts: TokenCounts
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
