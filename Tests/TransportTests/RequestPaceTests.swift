import Synchronization
import Testing

@testable import Transport

@Suite(.timeLimit(.minutes(1))) struct RequestPaceTests {
  /// Requests that go on until they are told to end, and the order they began in.
  final class Requests: Sendable {
    private let begun = Mutex<[Int]>([])
    private let ends = Mutex<[Int: CheckedContinuation<Void, Never>]>([:])

    var order: [Int] { begun.withLock { $0 } }

    func run(_ number: Int) async {
      await withCheckedContinuation { end in
        ends.withLock { $0[number] = end }
        begun.withLock { $0.append(number) }
      }
    }

    func end(_ number: Int) { ends.withLock { $0.removeValue(forKey: number) }?.resume() }
  }

  let requests = Requests()

  @Test func `no more run at once than permitted, and the next is who came next`() async throws {
    let pace = RequestPace(mostAtOnce: 2, clock: ManualClock())
    let tasks = await queued(5, in: pace, running: 2)

    #expect(requests.order == [0, 1])
    requests.end(1)
    await until { requests.order.count == 3 }
    #expect(requests.order == [0, 1, 2])
    for (number, task) in tasks.enumerated() {
      await until { requests.order.count > number }
      requests.end(number)
      try await task.value
    }
    #expect(requests.order == [0, 1, 2, 3, 4])
  }

  @Test func `starts of a window are counted, and the next waits for the oldest to leave it`()
    async throws
  {
    let clock = ManualClock()
    let pace = RequestPace(mostStarts: 2, window: .seconds(30), clock: clock)
    try await pace.inTurn {}
    clock.advance(by: .seconds(10))
    try await pace.inTurn {}

    let third = Task { try await pace.inTurn { clock.now.sinceStart } }
    await until { clock.sleeperCount == 1 }
    clock.advance(by: .milliseconds(19_999))
    #expect(clock.sleeperCount == 1)
    clock.advance(by: .milliseconds(1))

    #expect(try await third.value == .seconds(30))
    let fourth = Task { try await pace.inTurn { clock.now.sinceStart } }
    await until { clock.sleeperCount == 1 }
    clock.advance(by: .seconds(10))
    #expect(try await fourth.value == .seconds(40))
  }

  @Test func `a thousand requests take as long as the service's limits ask for`() async throws {
    let clock = ManualClock(jumps: true)
    let pace = RequestPace(clock: clock)
    var starts: [Duration] = []

    for _ in 0..<1000 { try await pace.inTurn { starts.append(clock.now.sinceStart) } }

    #expect(
      starts
        == [0, 30, 60, 90, 120].flatMap { [Duration](repeating: .seconds($0), count: 200) })
  }

  @Test func `who is cancelled leaves the queue, and nobody else loses a turn`() async throws {
    let pace = RequestPace(mostAtOnce: 1, clock: ManualClock())
    let tasks = await queued(4, in: pace, running: 1)

    tasks[1].cancel()
    await #expect(throws: CancellationError.self) { try await tasks[1].value }
    requests.end(0)
    await until { requests.order.count == 2 }
    requests.end(2)
    await until { requests.order.count == 3 }
    requests.end(3)
    try await tasks[3].value

    #expect(requests.order == [0, 2, 3])
    #expect(await pace.queue.isEmpty)
  }

  @Test func `who is cancelled already takes no turn`() async throws {
    let pace = RequestPace(mostAtOnce: 1, clock: ManualClock())

    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await pace.inTurn { Issue.record("had a turn") } as Void
    }

    await #expect(throws: CancellationError.self) { try await task.value }
    try await pace.inTurn {}
  }

  @Test func `a request that fails gives its turn back`() async throws {
    struct Failed: Error {}
    let pace = RequestPace(mostAtOnce: 1, clock: ManualClock())

    for _ in 0..<3 {
      await #expect(throws: Failed.self) {
        try await pace.inTurn { () throws -> Void in throw Failed() }
      }
    }

    #expect(try await pace.inTurn { "done" } == "done")
  }

  /// Tasks that came in the order of their numbers, so many of them with a turn.
  private func queued(
    _ count: Int, in pace: RequestPace, running: Int
  ) async -> [Task<Void, any Error>] {
    var tasks: [Task<Void, any Error>] = []
    for number in 0..<count {
      tasks.append(Task { try await pace.inTurn { await requests.run(number) } })
      if number < running {
        await until { requests.order.count == number + 1 }
      } else {
        await until { await pace.queue.count == number + 1 - running }
      }
    }
    return tasks
  }

  private func until(_ isSo: () async -> Bool) async {
    while await !isSo() { await Task.yield() }
  }
}
