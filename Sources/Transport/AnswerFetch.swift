import AsyncHTTPClient
import NIOCore

/// What arrives of an answer, in order.
enum AnswerPiece: Sendable {
  case head(HTTPHead)
  case bytes(ByteBuffer)
}

/// Fetches one answer piece by piece, in step with who takes the pieces, and for so long only.
struct AnswerFetch: Sendable {
  let message: HTTPClientRequest
  let client: HTTPClient
  let patience: Patience
  let faults: FaultTranslation

  /// Calls `consume` with the pieces of the answer. The next one is fetched after `taken` heard
  /// that the last has been dealt with. When `consume` returns or throws, the fetch ends.
  nonisolated(nonsending)
    func pieces<Outcome>(
      _ consume: (
        _ pieces: AsyncThrowingStream<AnswerPiece, any Error>,
        _ taken: AsyncStream<Void>.Continuation
      ) async throws -> Outcome
    ) async throws -> Outcome
  {
    let (pieces, arrivals) = AsyncThrowingStream<AnswerPiece, any Error>.makeStream()
    let (acknowledgements, taken) = AsyncStream<Void>.makeStream()
    return try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask { await fetch(into: arrivals, acknowledgements) }
      group.addTask {
        if let overdue = await patience.end() {
          arrivals.finish(throwing: faults.error(for: overdue))
        }
      }
      return try await consume(pieces, taken)
    }
  }

  private func fetch(
    into arrivals: AsyncThrowingStream<AnswerPiece, any Error>.Continuation,
    _ acknowledgements: AsyncStream<Void>
  ) async {
    var acknowledged = acknowledgements.makeAsyncIterator()
    var receivedBytes = 0
    do {
      let response = try await client.execute(message, deadline: .distantFuture)
      arrivals.yield(.head(HTTPHead(response)))
      await acknowledged.next()
      patience.waits()
      for try await buffer in response.body where buffer.readableBytes > 0 {
        patience.hasBytes()
        receivedBytes += buffer.readableBytes
        arrivals.yield(.bytes(buffer))
        await acknowledged.next()
        patience.waits()
      }
      arrivals.finish()
    } catch {
      arrivals.finish(
        throwing: await faults.transportError(for: error, receivedBytes: receivedBytes))
    }
  }
}

extension HTTPHead {
  fileprivate init(_ response: HTTPClientResponse) {
    self.init(
      status: Int(response.status.code),
      headers: response.headers.map { (name: $0.name, value: $0.value) })
  }
}
