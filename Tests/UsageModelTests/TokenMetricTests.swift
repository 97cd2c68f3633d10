import Testing
import UsageModel

@Suite struct TokenMetricTests {
  @Test func `every known metric is kept as a count of its own`() {
    var counts = TokenCounts()
    for (number, metric) in TokenMetric.allCases.enumerated() { counts[metric] = Int64(number) }

    #expect(
      counts
        == TokenCounts(
          prompt: 0, completion: 1, total: 2, cached: 3, cacheWrite: 4, reasoning: 5))
    #expect(TokenMetric.allCases.map { counts[$0] } == [0, 1, 2, 3, 4, 5])
  }
}
