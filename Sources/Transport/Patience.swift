import Synchronization

/// How much longer an answer is waited for.
final class Patience: Sendable {
  enum Overdue: Hashable, Sendable {
    /// The time limit of the whole exchange is over.
    case answer
    /// The answer has begun, and pauses.
    case nextBytes
  }

  private let limit: ContinuousClock.Instant
  private let longestPause: Duration
  private let waitingSince = Mutex<ContinuousClock.Instant?>(nil)

  init(timeLimit: Duration, longestPause: Duration) {
    limit = .now + timeLimit
    self.longestPause = longestPause
  }

  /// From now on bytes are waited for.
  func waits() { waitingSince.withLock { $0 = .now } }

  /// The bytes are here: the time that our own reading takes is not the service's.
  func hasBytes() { waitingSince.withLock { $0 = nil } }

  /// Returns when the patience is at its end, or nil when the task is cancelled before.
  func end() async -> Overdue? {
    while true {
      let now = ContinuousClock.now
      // Looking again after each longest pause misses none.
      let since = waitingSince.withLock { $0 }
      let next = min(limit, (since ?? now) + longestPause)
      if now >= next { return now >= limit ? .answer : .nextBytes }
      do { try await Task.sleep(until: next, clock: .continuous) } catch { return nil }
    }
  }
}
