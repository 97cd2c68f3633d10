/// Keeps to what the service permits: so many requests at once, so many starts in any window.
///
/// First come, first served. A task that is cancelled while it waits leaves the queue.
///
/// Azure Monitor permits one user 5 queries at once and 200 starts in 30 s (its service limits,
/// "Log queries and language").
package actor RequestPace {
  struct Waiting {
    let number: Int
    let turn: CheckedContinuation<Void, any Error>
  }

  private let mostAtOnce: Int
  private let mostStarts: Int
  private let window: Duration
  private let elapsed: @Sendable () -> Duration
  private let sleep: @Sendable (Duration) async throws -> Void

  private var running = 0
  /// Of the last window, oldest first.
  private var starts: [Duration] = []
  private(set) var queue: [Waiting] = []
  private var nextNumber = 0
  private var wakes = false

  package init(
    mostAtOnce: Int = 5, mostStarts: Int = 200, window: Duration = .seconds(30),
    clock: some Clock<Duration> = ContinuousClock()
  ) {
    self.mostAtOnce = mostAtOnce
    self.mostStarts = mostStarts
    self.window = window
    let origin = clock.now
    elapsed = { origin.duration(to: clock.now) }
    sleep = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
  }

  /// Does `work` when its turn has come. Waits between attempts belong outside.
  nonisolated(nonsending)
    package func inTurn<Outcome>(_ work: () async throws -> Outcome) async throws -> Outcome
  {
    try await begin()
    do {
      let outcome = try await work()
      await end()
      return outcome
    } catch {
      await end()
      throw error
    }
  }

  private func begin() async throws {
    try Task.checkCancellation()
    let number = nextNumber
    nextNumber += 1
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { turn in
        queue.append(Waiting(number: number, turn: turn))
        serve()
      }
    } onCancel: {
      Task { await leave(number) }
    }
  }

  private func end() {
    running -= 1
    serve()
  }

  private func serve() {
    while running < mostAtOnce, let next = queue.first {
      let now = elapsed()
      starts.removeAll { now - $0 >= window }
      guard starts.count < mostStarts else { return wake(after: starts[0] + window - now) }
      queue.removeFirst()
      running += 1
      starts.append(now)
      next.turn.resume()
    }
  }

  private func wake(after delay: Duration) {
    guard !wakes else { return }
    wakes = true
    Task {
      try? await sleep(delay)
      wakes = false
      serve()
    }
  }

  private func leave(_ number: Int) {
    guard let place = queue.firstIndex(where: { $0.number == number }) else { return }
    queue.remove(at: place).turn.resume(throwing: CancellationError())
  }
}
