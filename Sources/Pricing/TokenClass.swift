/// The disjoint kinds of tokens that have a price of their own.
package enum TokenClass: String, CaseIterable, Hashable, Codable, Sendable {
  /// Prompt tokens that did not come from a cache.
  case input
  case cachedInput = "cached_input"
  case cacheWrite = "cache_write"
  case output
}
