import Pricing
import Testing
import UsageModel

@testable import SnapshotStore

@Suite struct TooLargeTests {
  private let months = ["2026-08-01", "2026-09-01", "2026-10-01"]

  private static let counts: [TokenCounts] = [
    TokenCounts(prompt: 4_000_000_000_000_000_000),
    TokenCounts(completion: 4_000_000_000_000_000_000),
    TokenCounts(total: 4_000_000_000_000_000_000),
    TokenCounts(prompt: 1, cached: 4_000_000_000_000_000_000),
    TokenCounts(prompt: 1, cacheWrite: 4_000_000_000_000_000_000),
    TokenCounts(prompt: 1, completion: 1, reasoning: 4_000_000_000_000_000_000),
    TokenCounts(prompt: 1, requests: 4_000_000_000_000_000_000),
  ]

  @Test(arguments: counts)
  func `months that cannot be added up are refused`(counts: TokenCounts) throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      for month in months { try snapshot.add([point(month, model: "claude-x", counts)]) }

      #expect(throws: SnapshotError.amountsTooLarge) {
        try ChargesCache.refresh(
          at: folder + "/charges.sqlite", from: snapshot, book: noBook,
          rules: rules(people: .names))
      }
    }
  }

  @Test func `months whose money cannot be added up are refused`() throws {
    try withTemporaryFolder { folder in
      let snapshot = try Snapshot.make(in: folder)
      for month in months {
        try snapshot.add([point(month, TokenCounts(prompt: 4_000_000_000_000_000))])
      }
      let price = rate(RateScope(), nanoPerMillion: 1_000_000_000)
      let book = PriceBook(
        membership: Membership(subscriptions: [], teams: []), rates: [price])

      #expect(throws: SnapshotError.amountsTooLarge) {
        try ChargesCache.refresh(
          at: folder + "/charges.sqlite", from: snapshot, book: book, rules: rules())
      }
    }
  }
}
