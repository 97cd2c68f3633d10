import UsageModel

/// One question to a service: whole local days of one source.
package struct PullWindow: Hashable, Sendable {
  package let source: String
  package let days: ClosedRange<CalendarDay>
  /// The local day on which the service was asked.
  package let askedOn: CalendarDay
  /// How many days before `askedOn` may still change.
  package let lookback: Int
  /// Days of which less than is stored may take the place of what is stored.
  package let acceptsLess: Set<CalendarDay>
  /// The whole range that this window is a part of, where it is remembered which days of the range
  /// are done: see ``Snapshot/daysLeft(ofBackfill:of:queryHash:lookback:today:)``.
  package let backfill: ClosedRange<CalendarDay>?

  package init(
    source: String, days: ClosedRange<CalendarDay>, askedOn: CalendarDay, lookback: Int,
    acceptsLess: Set<CalendarDay> = [], backfill: ClosedRange<CalendarDay>? = nil
  ) {
    self.source = source
    self.days = days
    self.askedOn = askedOn
    self.lookback = lookback
    self.acceptsLess = acceptsLess
    self.backfill = backfill
  }

  /// Whether a day could still change when the service was asked.
  func isProvisional(_ day: CalendarDay) -> Bool {
    SnapshotStore.isProvisional(day, askedOn: askedOn, lookback: lookback)
  }
}

/// Whether late records of a day were still expected when the service was asked.
func isProvisional(_ day: CalendarDay, askedOn: CalendarDay, lookback: Int) -> Bool {
  day >= askedOn.advanced(by: -lookback)
}

/// What it took to get the answer to a ``PullWindow``, for the ledger.
package struct PullFacts: Hashable, Sendable {
  /// The moment, as `2026-11-02T03:00:00Z`.
  package let pulledAt: String
  /// SHA-256 of the query, in 64 hex digits; what differs from window to window is no part of it.
  package let queryHash: String
  /// Which credential signed in; never a secret.
  package let credential: String
  /// When the service took in the last record of a day, where it says so.
  package let lastIngested: [CalendarDay: Timestamp]
  package let requests: Int
  package let retries: Int
  package let bytes: Int
  package let milliseconds: Int

  package init(
    pulledAt: String, queryHash: String, credential: String,
    lastIngested: [CalendarDay: Timestamp] = [:], requests: Int, retries: Int, bytes: Int,
    milliseconds: Int
  ) {
    self.pulledAt = pulledAt
    self.queryHash = queryHash
    self.credential = credential
    self.lastIngested = lastIngested
    self.requests = requests
    self.retries = retries
    self.bytes = bytes
    self.milliseconds = milliseconds
  }
}
