import Synchronization

/// Time that passes when the test says so, or as soon as somebody sleeps.
final class ManualClock: Clock {
  struct Instant: InstantProtocol {
    var sinceStart: Duration = .zero

    func advanced(by duration: Duration) -> Instant { Instant(sinceStart: sinceStart + duration) }
    func duration(to other: Instant) -> Duration { other.sinceStart - sinceStart }
    static func < (a: Instant, b: Instant) -> Bool { a.sinceStart < b.sinceStart }
  }

  private struct State {
    var now = Instant()
    var sleepers: [(end: Instant, wake: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())
  private let jumps: Bool

  init(jumps: Bool = false) { self.jumps = jumps }

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Duration { .zero }
  var sleeperCount: Int { state.withLock { $0.sleepers.count } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    if jumps { return state.withLock { $0.now = max($0.now, deadline) } }
    await withCheckedContinuation { wake in
      state.withLock { $0.sleepers.append((deadline, wake)) }
      advance(by: .zero)
    }
  }

  func advance(by duration: Duration) {
    let due = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let now = state.now
      let due = state.sleepers.filter { $0.end <= now }
      state.sleepers.removeAll { $0.end <= now }
      return due
    }
    for sleeper in due { sleeper.wake.resume() }
  }
}
