import Foundation
import Transport

/// Asks again, after growing pauses, where an answer may be another one soon.
struct RepeatedExchange: Sendable {
  /// Before the second request, the third and so on, in seconds: those of Azure's own libraries.
  static let pauses: [Double] = [0, 1.6, 3.2, 6.4, 12.8]
  /// A service that asks for a longer pause is asked again after this one.
  static let longestPauseSeconds = 60.0

  let surroundings: Surroundings
  /// Statuses beside 429 and 5xx that pass by themselves.
  var passingStatuses: Set<Int> = []

  /// - Returns: The first answer that will not change, or the last that might have.
  /// - Throws: The transport's error, where the last try ended in one.
  func callAsFunction(_ request: HTTPRequest) async throws -> ExchangeAnswer {
    for pause in Self.pauses {
      var asked = 0.0
      do {
        let answer = try await surroundings.exchange(request)
        guard isPassing(answer.status) else { return answer }
        asked = answer.retryAfter.flatMap(secondsAsked) ?? 0
      } catch let error as TransportError where error.isTransient {}
      let seconds = max(pause, min(asked, Self.longestPauseSeconds))
      try await surroundings.pause(.milliseconds(Int(seconds * 1000)))
    }
    return try await surroundings.exchange(request)
  }

  func isPassing(_ status: Int) -> Bool {
    status == 429 || (500...599).contains(status) || passingStatuses.contains(status)
  }

  /// A number of seconds, or a date.
  private func secondsAsked(_ retryAfter: String) -> Double? {
    let now = surroundings.now()
    let seconds = Double(retryAfter) ?? httpDate(retryAfter, now: now)?.timeIntervalSince(now)
    return seconds.flatMap { $0.isFinite ? max($0, 0) : nil }
  }
}
