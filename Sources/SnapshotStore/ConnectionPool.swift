import Synchronization

/// Some connections, of which each query takes the one with the least to do.
final class ConnectionPool: Sendable {
  private let connections: [QueryConnection]
  private let waiting: Mutex<[Int]>

  init(path: String, count: Int) throws {
    connections = try (0..<count).map { _ in try QueryConnection(path: path) }
    waiting = Mutex(Array(repeating: 0, count: count))
  }

  func use<Result, Failure: Error>(
    _ body: (QueryConnection) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let index = waiting.withLock { waiting in
      let index = waiting.indices.min { waiting[$0] < waiting[$1] } ?? 0
      waiting[index] += 1
      return index
    }
    defer { waiting.withLock { $0[index] -= 1 } }
    return try body(connections[index])
  }
}
