import Synchronization

/// What SQLite's callbacks know of the query a connection is working on.
final class QueryWatch: Sendable {
  /// How often SQLite asks whether to go on, in steps of its virtual machine.
  static let stepsPerTick = 1000

  private struct State {
    var refusal: QueryError?
    var ticksLeft = Int.max
  }

  private let state = Mutex(State())

  func begin(steps: Int) {
    state.withLock { $0 = State(refusal: nil, ticksLeft: steps / QueryWatch.stepsPerTick) }
  }

  /// Why the query was refused, where it was.
  var refusal: QueryError? { state.withLock { $0.refusal } }

  func refuse(_ reason: QueryError) {
    state.withLock { $0.refusal = $0.refusal ?? reason }
  }

  /// - Returns: Whether the query may go on.
  func tick() -> Bool {
    state.withLock { state in
      state.ticksLeft -= 1
      return state.ticksLeft >= 0
    }
  }
}
