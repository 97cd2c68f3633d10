import SnapshotStore
import UsageModel

func facts(
  _ lastIngested: [CalendarDay: Timestamp] = [:], query: String = "a", at: String = "03:00:00"
) -> PullFacts {
  PullFacts(
    pulledAt: "2026-11-02T\(at)Z", queryHash: String(repeating: query, count: 64),
    credential: "environment (client secret)", lastIngested: lastIngested, requests: 3, retries: 1,
    bytes: 2048, milliseconds: 150)
}

extension Snapshot {
  /// Stores an answer of one record per point; the other days of the window are empty.
  @discardableResult
  func pull(
    _ first: String, _ last: String, _ points: [UsagePoint], source: String = "gateway",
    askedOn: String, lookback: Int = 3, acceptsLess: [String] = [],
    backfill: ClosedRange<CalendarDay>? = nil, facts: PullFacts = facts()
  ) throws -> ImportOutcome {
    try storePull(
      PullWindow(
        source: source, days: day(first)...day(last), askedOn: day(askedOn), lookback: lookback,
        acceptsLess: Set(acceptsLess.map(day)), backfill: backfill),
      facts: facts
    ) {
      try $0(UsageBatch(points: points))
      return receipt(of: points)
    }
  }

  /// `day rows tokens` of every day in the ledger.
  func ledgerLines() throws -> [String] {
    try ledger().map { "\($0.day) \($0.receipt.rows) \($0.receipt.tokens)" }
  }
}
