import Foundation
import Synchronization

/// A clock that a test moves: it starts on 2026-11-24 at 02:00:00 UTC.
final class FakeClock: Sendable {
  private let time: Mutex<Date>

  init(_ start: Date = Date(timeIntervalSince1970: 1_795_485_600)) {
    time = Mutex(start)
  }

  var now: Date { time.withLock { $0 } }

  func advance(seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
