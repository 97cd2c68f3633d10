import Testing
import UsageModel

@Suite struct CompactCountsTests {
  private let some = TokenCounts(prompt: 1, total: 0, reasoning: 9)

  @Test func `known and unknown counts come back`() {
    #expect(CompactCounts(some).counts == some)
    #expect(CompactCounts().counts == TokenCounts())
  }

  @Test func `adding knows what either side knows`() {
    var counts = CompactCounts(some)

    let fits = [
      counts.add(CompactCounts(TokenCounts(prompt: 2, cached: 3, requests: 4))),
      counts.add(5, of: .cacheWrite, requests: nil),
      counts.add(6, of: .total, requests: 1),
    ]

    #expect(fits == [true, true, true])
    #expect(
      counts.counts
        == TokenCounts(prompt: 3, total: 6, cached: 3, cacheWrite: 5, reasoning: 9, requests: 5))
  }

  @Test func `a sum that does not fit changes nothing`() {
    var counts = CompactCounts(TokenCounts(prompt: 1, requests: Int64.max))

    let fits = [
      counts.add(1, of: .total, requests: 1),
      counts.add(CompactCounts(TokenCounts(prompt: Int64.max))),
    ]

    #expect(fits == [false, false])
    #expect(counts.counts == TokenCounts(prompt: 1, requests: Int64.max))
  }
}
