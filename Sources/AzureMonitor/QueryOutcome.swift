/// How one attempt at a query ended without an error.
enum QueryOutcome: Hashable {
  /// With the names of its columns; nil where the service has no data at all, and says no more.
  case whole(columns: [String]?)
  /// Rows are missing: too many for one answer, or too long to compute. The message is the service's.
  case truncated(message: String)
}

/// What it took to get answers.
package struct PullEffort: Hashable, Sendable {
  package var requests = 0
  package var retries = 0
  /// Of all answers, decompressed.
  package var bytes = 0
  /// From the first request to the last answer.
  package var milliseconds = 0
  /// How old the oldest answer was that came out of a cache, in seconds.
  package var oldestAnswerSeconds = 0

  package init() {}

  package static func += (left: inout PullEffort, right: PullEffort) {
    left.requests += right.requests
    left.retries += right.retries
    left.bytes += right.bytes
    left.milliseconds += right.milliseconds
    left.oldestAnswerSeconds = max(left.oldestAnswerSeconds, right.oldestAnswerSeconds)
  }
}
