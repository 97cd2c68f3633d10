/// The parts of a charge, added up.
struct ChargeSums {
  private(set) var tokens = TokensByClass()
  private(set) var requests: Int128 = 0
  /// nil where no part metered it.
  private(set) var reasoning: Int128?
  /// Whether any part knows how many tokens came from a cache: the classes then still add up.
  private(set) var isCachedKnown = false
  /// In user order.
  private(set) var users: [UserUsage] = []

  /// - Parameter part: With one entry per user, in user order.
  mutating func add(_ part: MeteredPart, _ classified: ClassifiedPart) {
    isCachedKnown = isCachedKnown || classified.isCachedKnown
    var added: [UserUsage] = []
    for (entry, entryTokens) in zip(part.usage, classified.tokens) {
      let entryRequests = Int128(entry.counts.requests ?? 0)
      tokens += entryTokens
      requests += entryRequests
      if let count = entry.counts.reasoning { reasoning = (reasoning ?? 0) + Int128(count) }
      added.append(UserUsage(user: entry.user, requests: entryRequests, tokens: entryTokens))
    }
    users = merged(users, added)
  }
}

/// Two lists in user order as one.
private func merged(_ left: [UserUsage], _ right: [UserUsage]) -> [UserUsage] {
  guard !left.isEmpty else { return right }
  var result: [UserUsage] = []
  for usage in (left + right).sorted(by: { $0.user < $1.user }) {
    if let last = result.indices.last, result[last].user == usage.user {
      result[last].requests += usage.requests
      result[last].tokens += usage.tokens
    } else {
      result.append(usage)
    }
  }
  return result
}
