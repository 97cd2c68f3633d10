/// ``TokenCounts`` in 56 bytes instead of 112.
package struct CompactCounts: Hashable, Sendable {
  /// Stands for a count that is not known.
  package static let unknown = Int64.min

  package private(set) var prompt = unknown
  package private(set) var completion = unknown
  package private(set) var total = unknown
  package private(set) var cached = unknown
  package private(set) var cacheWrite = unknown
  package private(set) var reasoning = unknown
  package private(set) var requests = unknown

  package init() {}

  package init(_ counts: TokenCounts) {
    prompt = counts.prompt ?? Self.unknown
    completion = counts.completion ?? Self.unknown
    total = counts.total ?? Self.unknown
    cached = counts.cached ?? Self.unknown
    cacheWrite = counts.cacheWrite ?? Self.unknown
    reasoning = counts.reasoning ?? Self.unknown
    requests = counts.requests ?? Self.unknown
  }

  package var counts: TokenCounts {
    func known(_ count: Int64) -> Int64? { count == Self.unknown ? nil : count }
    return TokenCounts(
      prompt: known(prompt), completion: known(completion), total: known(total),
      cached: known(cached), cacheWrite: known(cacheWrite), reasoning: known(reasoning),
      requests: known(requests))
  }

  package var hasNegative: Bool {
    func isNegative(_ count: Int64) -> Bool { count < 0 && count != Self.unknown }
    return isNegative(prompt) || isNegative(completion) || isNegative(total)
      || isNegative(cached) || isNegative(cacheWrite) || isNegative(reasoning)
      || isNegative(requests)
  }

  package var withoutRequests: CompactCounts {
    var counts = self
    counts.requests = Self.unknown
    return counts
  }

  /// Adds up; a count is known when either side knows it.
  /// - Returns: false where a sum does not fit into 64 bits; nothing is then added.
  package mutating func add(_ other: CompactCounts) -> Bool {
    var fits = true
    var sums = self
    fits = CompactCounts.add(other.prompt, to: &sums.prompt) && fits
    fits = CompactCounts.add(other.completion, to: &sums.completion) && fits
    fits = CompactCounts.add(other.total, to: &sums.total) && fits
    fits = CompactCounts.add(other.cached, to: &sums.cached) && fits
    fits = CompactCounts.add(other.cacheWrite, to: &sums.cacheWrite) && fits
    fits = CompactCounts.add(other.reasoning, to: &sums.reasoning) && fits
    fits = CompactCounts.add(other.requests, to: &sums.requests) && fits
    if fits { self = sums }
    return fits
  }

  /// Adds one record.
  /// - Returns: false where a sum does not fit into 64 bits; nothing is then added.
  package mutating func add(_ tokens: Int64, of metric: TokenMetric, requests: Int64?) -> Bool {
    var sums = self
    var fits =
      switch metric {
      case .prompt: CompactCounts.add(tokens, to: &sums.prompt)
      case .completion: CompactCounts.add(tokens, to: &sums.completion)
      case .total: CompactCounts.add(tokens, to: &sums.total)
      case .cached: CompactCounts.add(tokens, to: &sums.cached)
      case .cacheWrite: CompactCounts.add(tokens, to: &sums.cacheWrite)
      case .reasoning: CompactCounts.add(tokens, to: &sums.reasoning)
      }
    if let requests { fits = CompactCounts.add(requests, to: &sums.requests) && fits }
    if fits { self = sums }
    return fits
  }

  private static func add(_ count: Int64, to sum: inout Int64) -> Bool {
    if count == unknown { return true }
    if sum == unknown {
      sum = count
      return true
    }
    let (next, overflow) = sum.addingReportingOverflow(count)
    sum = next
    return !overflow
  }
}
