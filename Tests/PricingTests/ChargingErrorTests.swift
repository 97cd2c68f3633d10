import Foundation
import Pricing
import Testing
import UsageModel

@Suite struct ChargingErrorTests {
  static let error = ChargingError.tooLarge(
    subscription: "web", feature: "chat", model: "opal", day: payday)

  @Test(arguments: [
    // Two users whose prompts do not add up.
    [usage(user: "ann", TokenCounts(prompt: .max)), usage(user: "bob", TokenCounts(prompt: 1))],
    // Two points of one user.
    [usage(TokenCounts(prompt: .max)), usage(TokenCounts(prompt: 1))],
    // Two classes that do not add up.
    [usage(TokenCounts(prompt: .max, completion: 1))],
    // Requests.
    [
      usage(user: "ann", TokenCounts(prompt: 1, requests: .max)),
      usage(user: "bob", TokenCounts(prompt: 1, requests: 1)),
    ],
    // Cached tokens to be divided by prompts that do not add up.
    [
      usage(user: "ann", TokenCounts(prompt: .max, cached: .max)),
      usage(user: "bob", TokenCounts(prompt: .max, cached: .max)),
      usage(user: "cat", TokenCounts(prompt: 0, cached: 1)),
    ],
  ])
  func `what does not fit into 64 bits is an error`(usage: [MeteredUsage]) {
    #expect(throws: Self.error) { try charges(of: usage) }
  }

  @Test func `an amount that does not fit into 64 bits is an error`() {
    #expect(throws: Self.error) {
      try charges(of: [usage(TokenCounts(prompt: .max))], rates: [rate(2, perMillion: 1)])
    }
  }

  @Test func `two amounts that do not add up are an error`() {
    // Each line is 5 billion units.
    let lines = TokenCounts(prompt: 5_000_000_000, completion: 5_000_000_000)

    #expect(throws: Self.error) {
      try charges(of: [usage(lines)], rates: [rate(2, perMillion: 1_000_000)])
    }
  }

  @Test func `the message says what and the remedy where to look`() {
    #expect(
      Self.error.errorDescription
        == "the usage of subscription 'web', feature 'chat' and model 'opal' on 2026-10-31 is too "
        + "large to be added up (9.2 billion in money, 9.2 × 10¹⁸ tokens)")
    #expect(
      Self.error.recoverySuggestion
        == "check the records of 2026-10-31 at the source, and the price of 'opal' in rates.csv")
  }
}
