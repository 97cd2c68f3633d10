import AzureSignIn
import Foundation
import Transport
import UsageModel

/// A service that answers queries of one source.
package struct QueryService: Sendable {
  /// The most rows of an answer; one that has as many may have lost others.
  static let rowLimit = 500_000
  /// Of an error's body.
  private static let mostErrorBytes = 1 << 16

  let source: ServiceSource
  private let transport: Transport
  private let signIn: SignIn
  private let pace: RequestPace
  private let delays: RetryDelays

  package init(
    _ source: ServiceSource, transport: Transport, signIn: SignIn, pace: RequestPace,
    delays: RetryDelays
  ) {
    self.source = source
    self.transport = transport
    self.signIn = signIn
    self.pace = pace
    self.delays = delays
  }

  /// Asks until there is an answer or no hope of one.
  /// - Parameters:
  ///   - begin: Makes what the rows of one attempt are added to; rows of an attempt that fails are
  ///     forgotten with it.
  ///   - add: Takes one row.
  /// - Throws: ``MonitorError``, `TransportError`, `SignInError`, `CancellationError`, or what `add`
  ///   throws.
  func ask<Rows>(
    _ query: String, effort: inout PullEffort, begin: @escaping () -> Rows,
    add: (inout Rows, _ columns: [String], AnswerRow) throws -> Void
  ) async throws -> (rows: Rows, outcome: QueryOutcome) {
    var attempts = 0
    var hasNewToken = false
    while true {
      try Task.checkCancellation()
      let token = try await signIn.token(for: source.audience)
      var attempt = QueryAttempt(
        source: source, token: token, mostErrorBytes: Self.mostErrorBytes, begin: begin)
      attempts += 1
      do {
        let request = try source.request(for: query, token: token, id: UUID())
        effort.requests += 1
        let head = try await pace.inTurn {
          try await transport.exchange(request) { try attempt.take($1, status: $0.status, add) }
        }
        effort.bytes += attempt.byteCount
        effort.oldestAnswerSeconds = max(
          effort.oldestAnswerSeconds, head.header("Age").flatMap(Int.init) ?? 0)
        do {
          let outcome = try attempt.outcome(status: head.status)
          return (attempt.rows, outcome)
        } catch let error as MonitorError {
          try await wait(afterAttempt: attempts, error, answeredWith: head, token, &hasNewToken)
        }
      } catch let error as TransportError {
        if let message = tooMuch(error, afterAttempt: attempts) {
          return (attempt.rows, .truncated(message: message))
        }
        var random = SystemRandomNumberGenerator()
        guard
          let delay = delays.delay(afterAttempt: attempts, failedWith: error, using: &random)
        else { throw error }
        try await Task.sleep(for: delay)
      }
      effort.retries += 1
    }
  }

  /// What to say of an answer that will not come whole however often it is asked for.
  private func tooMuch(_ error: TransportError, afterAttempt attempts: Int) -> String? {
    switch error {
    case .tooLarge: "more bytes than an answer may have"
    case .timedOut: "the answer does not come to its end in time"
    // Something in between may cut off what takes long.
    case .stalled, .cutOff: attempts > 1 ? "the answer breaks off" : nil
    default: nil
    }
  }

  /// - Throws: The error, where asking again does not help.
  private func wait(
    afterAttempt attempts: Int, _ error: MonitorError, answeredWith head: HTTPHead, _ token: String,
    _ hasNewToken: inout Bool
  ) async throws {
    if case .notSignedIn = error, !hasNewToken {
      // It may have ended on its way.
      hasNewToken = true
      return await signIn.forget(token)
    }
    var random = SystemRandomNumberGenerator()
    var answer = head
    // An answer that is none says nothing of when to come again.
    if case .notAnAnswer = error { answer = HTTPHead(status: 503) }
    guard
      let delay = delays.delay(
        afterAttempt: attempts, answeredWith: answer, now: Date(), using: &random)
    else {
      if case .throttled(let source, let endpoint, _) = error {
        throw MonitorError.throttled(source: source, endpoint: endpoint, tries: attempts)
      }
      throw error
    }
    try await Task.sleep(for: delay)
  }
}
