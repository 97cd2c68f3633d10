import Dispatch
import Synchronization

/// Does work that awaits others, from a command that does not.
///
/// Commands run on the program's first thread, before there is any other: the preview takes its
/// signals there, and an asynchronous main function would have left it.
func awaiting(_ work: @escaping @Sendable () async throws -> Void) throws {
  let outcome = AwaitedOutcome()
  let isDone = DispatchSemaphore(value: 0)
  Task {
    do {
      try await work()
      outcome.set(.success(()))
    } catch {
      outcome.set(.failure(error))
    }
    isDone.signal()
  }
  isDone.wait()
  try outcome.get()
}

private final class AwaitedOutcome: Sendable {
  private let result = Mutex<Result<Void, any Error>>(.success(()))

  func set(_ result: Result<Void, any Error>) { self.result.withLock { $0 = result } }
  func get() throws { try result.withLock { $0 }.get() }
}
