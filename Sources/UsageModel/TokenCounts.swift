/// The known metrics of one series and day. nil means that no such record came, which is not zero.
package struct TokenCounts: Hashable, Sendable {
  package var prompt: Int64?
  package var completion: Int64?
  package var total: Int64?
  package var cached: Int64?
  package var cacheWrite: Int64?
  /// Inside `completion`; information only.
  package var reasoning: Int64?
  /// Metered calls: the item count of the `Total Tokens` records.
  package var requests: Int64?

  package init(
    prompt: Int64? = nil, completion: Int64? = nil, total: Int64? = nil, cached: Int64? = nil,
    cacheWrite: Int64? = nil, reasoning: Int64? = nil, requests: Int64? = nil
  ) {
    self.prompt = prompt
    self.completion = completion
    self.total = total
    self.cached = cached
    self.cacheWrite = cacheWrite
    self.reasoning = reasoning
    self.requests = requests
  }

  /// Adds counts up; a count is known when either side knows it.
  /// - Returns: nil where a sum does not fit into 64 bits.
  package func adding(_ other: TokenCounts) -> TokenCounts? {
    var overflowed = false
    func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
      guard let left else { return right }
      guard let right else { return left }
      let (sum, overflow) = left.addingReportingOverflow(right)
      if overflow { overflowed = true }
      return sum
    }
    let result = TokenCounts(
      prompt: sum(prompt, other.prompt),
      completion: sum(completion, other.completion),
      total: sum(total, other.total),
      cached: sum(cached, other.cached),
      cacheWrite: sum(cacheWrite, other.cacheWrite),
      reasoning: sum(reasoning, other.reasoning),
      requests: sum(requests, other.requests))
    return overflowed ? nil : result
  }
}
