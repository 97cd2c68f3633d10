import Synchronization

/// What SQLite's callbacks know of the query a connection is working on.
final class QueryWatch: Sendable {
  /// How often SQLite asks whether to go on, in steps of its virtual machine.
  static let stepsPerTick = 1000

  private struct State {
    var refusal: QueryError?
    var ticksLeft = Int.max
    /// The rows of earlier queries that may be read.
    var readable: Set<String> = []
    /// No query is under way: rows are being made readable.
    var isFilling = false
  }

  private let state = Mutex(State())

  func begin(steps: Int, reading readable: Set<String>) {
    state.withLock {
      $0 = State(ticksLeft: steps / QueryWatch.stepsPerTick, readable: readable)
    }
  }

  func beginFilling() { state.withLock { $0 = State(isFilling: true) } }

  var isFilling: Bool { state.withLock { $0.isFilling } }

  func isReadable(_ name: String) -> Bool { state.withLock { $0.readable.contains(name) } }

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
