import Testing
import UsageModel

@Suite struct TokenCountsTests {
  @Test func `a count is known when either side knows it`() {
    let left = TokenCounts(prompt: 1, completion: 2, requests: 3)
    let right = TokenCounts(prompt: 10, cached: 0, reasoning: 5)

    #expect(
      left.adding(right)
        == TokenCounts(prompt: 11, completion: 2, cached: 0, reasoning: 5, requests: 3))
  }

  @Test func `a sum beyond 64 bits is none`() {
    #expect(TokenCounts(total: .max).adding(TokenCounts(total: 1)) == nil)
    #expect(TokenCounts(total: .max).adding(TokenCounts(prompt: 1)) != nil)
  }
}
