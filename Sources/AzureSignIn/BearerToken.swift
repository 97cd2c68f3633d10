import Foundation

/// A token, and when another has to be fetched.
struct BearerToken: Hashable, Sendable {
  /// A query may run for minutes after its token was read.
  static let secondsLeftAtRenewal: TimeInterval = 300
  /// From this lifetime on a managed identity's token is renewed at half its life, as Azure asks.
  static let leastSecondsForHalfLife: TimeInterval = 7200

  let secret: Secret
  let renewal: Date

  init(_ answer: TokenAnswer, askedAt asked: Date, renewsAtHalfLife: Bool = false) {
    let end = answer.end(askedAt: asked)
    let lifetime = end.timeIntervalSince(asked)
    var renewal = end - Self.secondsLeftAtRenewal
    if renewsAtHalfLife, lifetime >= Self.leastSecondsForHalfLife {
      renewal = min(renewal, asked + lifetime / 2)
    }
    secret = answer.token
    self.renewal = renewal
  }
}
