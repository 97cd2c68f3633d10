import Foundation

/// How long to wait before the next attempt, and when to give up.
package struct RetryDelays: Hashable, Sendable {
  /// The first included.
  package var mostAttempts: Int
  /// Before the second attempt; doubled before each further one.
  package var first: Duration
  /// The doubling ends here.
  package var longestBackOff: Duration
  /// After a 429 that does not say how long.
  package var throttled: Duration
  /// A service that asks for more than this is not waited for.
  package var longestWait: Duration

  package init(
    mostAttempts: Int = 5,
    first: Duration = .seconds(1),
    longestBackOff: Duration = .seconds(60),
    throttled: Duration = .seconds(30),
    longestWait: Duration = .seconds(300)
  ) {
    self.mostAttempts = mostAttempts
    self.first = first
    self.longestBackOff = longestBackOff
    self.throttled = throttled
    self.longestWait = longestWait
  }

  /// Whether the same request may well be answered a little later.
  ///
  /// 504 is none of them: a query that took too long takes too long again, and is to be split.
  package static func mayHeal(status: Int) -> Bool {
    [408, 429].contains(status)
      || (500...599).contains(status) && ![501, 504, 505].contains(status)
  }

  /// The wait after an attempt was answered with a status that may heal.
  ///
  /// - Parameter attempt: The number of attempts made, 1 after the first.
  /// - Returns: Nil when the answer stands.
  package func delay(
    afterAttempt attempt: Int,
    answeredWith head: HTTPHead,
    now: Date,
    using generator: inout some RandomNumberGenerator
  ) -> Duration? {
    guard attempt < mostAttempts, Self.mayHeal(status: head.status) else { return nil }
    let asked = head.retryAfter(now: now) ?? (head.status == 429 ? throttled : nil)
    guard let asked else { return backOff(afterAttempt: attempt, using: &generator) }
    guard asked <= longestWait else { return nil }
    // Never earlier than asked, and not all at once.
    return asked + upTo(max(first, asked / 10), using: &generator)
  }

  /// The wait after an attempt that failed on the way.
  ///
  /// - Returns: Nil when the error stands.
  package func delay(
    afterAttempt attempt: Int,
    failedWith error: TransportError,
    using generator: inout some RandomNumberGenerator
  ) -> Duration? {
    guard attempt < mostAttempts, error.isTransient else { return nil }
    return backOff(afterAttempt: attempt, using: &generator)
  }

  /// Between half of the doubled time and all of it.
  private func backOff(
    afterAttempt attempt: Int, using generator: inout some RandomNumberGenerator
  ) -> Duration {
    var whole = first
    for _ in 1..<max(attempt, 1) where whole < longestBackOff { whole *= 2 }
    whole = min(whole, longestBackOff)
    return whole / 2 + upTo(whole / 2, using: &generator)
  }

  private func upTo(
    _ most: Duration, using generator: inout some RandomNumberGenerator
  ) -> Duration {
    .nanoseconds(Int64.random(in: 0...Int64(most / .nanoseconds(1)), using: &generator))
  }
}
