/// The parts of a charge, added up.
struct ChargeSums {
  private(set) var tokens = TokensByClass()
  private(set) var requests: Int128 = 0
  /// nil where no part metered it.
  private(set) var reasoning: Int128?
  /// Whether any part knows how many tokens came from a cache: the classes then still add up.
  private(set) var isCachedKnown = false
  private let keepsUsers: Bool
  private var partsUsers: [UserUsage] = []

  /// - Parameter keepsUsers: Whether ``users`` are wanted.
  init(keepsUsers: Bool) {
    self.keepsUsers = keepsUsers
  }

  /// - Parameters:
  ///   - part: With one entry per user, in order.
  ///   - classes: Of this part.
  mutating func add(_ part: [PartUsage], _ classes: TokenClassification) {
    isCachedKnown = isCachedKnown || classes.isCachedKnown
    for index in part.indices {
      let counts = part[index].counts
      let entryRequests = Int128(counts.requests ?? 0)
      tokens += classes.tokens[index]
      requests += entryRequests
      if let count = counts.reasoning { reasoning = (reasoning ?? 0) + Int128(count) }
      guard keepsUsers else { continue }
      partsUsers.append(
        UserUsage(user: part[index].user, requests: entryRequests, tokens: classes.tokens[index]))
    }
  }

  /// One entry per user, in order.
  var users: [UserUsage] {
    var result: [UserUsage] = []
    for usage in partsUsers.sorted(by: { $0.user < $1.user }) {
      if let last = result.indices.last, result[last].user == usage.user {
        result[last].requests += usage.requests
        result[last].tokens += usage.tokens
      } else {
        result.append(usage)
      }
    }
    return result
  }
}
