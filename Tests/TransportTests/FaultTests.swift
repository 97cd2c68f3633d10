import Testing

@testable import Transport

@Suite struct FaultTests {
  let server = FaultyServer.plain
  var endpoint: Endpoint { Endpoint(host: "127.0.0.1", port: server.port) }

  @Test(arguments: ["reset", "truncated", "half-chunked"])
  func `an answer cut off half-way is no answer`(path: String) async {
    let error = await failure(server.plain(path))

    // A reset may overtake the bytes before it.
    let possible = [0, 4].map { TransportError.cutOff(endpoint, receivedBytes: $0) }
    #expect(error.map(possible.contains) == true)
  }

  @Test func `half of a compressed answer is no answer`() async {
    let error = await failure(server.plain("half-gzip"))

    guard case .cutOff(endpoint, let count) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(count > 0)
  }

  @Test func `a connection closed before an answer is reported`() async {
    #expect(
      await failure(server.plain("no-answer")) == .cutOff(endpoint, receivedBytes: 0))
  }

  @Test func `what is not HTTP is reported`() async {
    #expect(await failure(server.plain("not-http")) == .notHTTP(endpoint))
  }

  @Test func `an answer that is not compressed as it says is reported`() async {
    #expect(await failure(server.plain("not-gzip")) == .damagedCompression(endpoint))
  }

  @Test func `a small answer that inflates to a gigabyte is stopped`() async {
    let settings = TransportSettings(mostBytes: 10_000_000)

    let error = await failure(server.plain("bomb"), settings)

    #expect(error == .tooLarge(endpoint, mostBytes: 10_000_000))
  }

  @Test func `a long answer is stopped where the limit is`() async throws {
    let exact = try await get(
      server.plain("streamed?megabytes=1"), TransportSettings(mostBytes: 1 << 20))
    let error = await failure(
      server.plain("streamed?megabytes=1"), TransportSettings(mostBytes: 1 << 20 - 1))

    #expect(exact.body.count == 1 << 20)
    #expect(error == .tooLarge(endpoint, mostBytes: 1 << 20 - 1))
  }

  @Test func `nothing more than the limit is handed over`() async throws {
    let transport = try Transport(TransportSettings(mostBytes: 100_000))
    let request = HTTPRequest(
      method: .get, url: server.plain("streamed?megabytes=1"), timeLimit: .seconds(60))
    var count = 0

    await #expect(throws: TransportError.tooLarge(endpoint, mostBytes: 100_000)) {
      try await transport.exchange(request) { _, bytes in count += bytes.count }
    }

    #expect(count <= 100_000)
    await transport.shutDown()
  }

  @Test func `an answer that pauses too long is given up`() async {
    let settings = TransportSettings(idleSeconds: 0.2)

    let error = await failure(server.plain("stalled"), settings)

    #expect(error == .stalled(endpoint, after: .milliseconds(200)))
  }

  @Test func `a service that computes longer than an answer may pause is waited for`() async throws
  {
    let settings = TransportSettings(idleSeconds: 0.2)

    let answer = try await get(server.plain("late-head?seconds=0.7"), settings)

    #expect(answer.text == "late")
  }

  @Test(arguments: ["slow-head", "stalled", "dripping"])
  func `the time limit is for the whole answer`(path: String) async {
    let error = await failure(server.plain(path), timeLimit: .milliseconds(300))

    #expect(error == .timedOut(endpoint, after: .milliseconds(300)))
  }

  @Test func `a refused connection is reported at once`() async {
    #expect(
      await failure("http://127.0.0.1:1/") == .refused(Endpoint(host: "127.0.0.1", port: 1)))
  }

  @Test func `an unknown name is reported`() async {
    let error = await failure("https://query.invalid/v1")

    #expect(error == .nameUnknown(Endpoint(host: "query.invalid", port: 443)))
  }

  @Test func `a server that takes the connection and says nothing is given up`() async {
    let deaf = FaultyServer(["deaf"])
    let settings = TransportSettings(connectSeconds: 0.3)

    let error = await failure(deaf.secure("hello"), settings)

    #expect(
      error
        == .connectTimedOut(
          Endpoint(host: "localhost", port: deaf.port), after: .milliseconds(300)))
  }

  @Test func `a cancelled task gets no answer`() async throws {
    let transport = try Transport(TransportSettings())
    let url = server.plain("stalled")
    let request = HTTPRequest(method: .get, url: url, timeLimit: .seconds(60))

    let task = Task {
      try await transport.exchange(request) { _, _ in
        withUnsafeCurrentTask { $0?.cancel() }
      }
    }

    await #expect(throws: CancellationError.self) { try await task.value }
    await transport.shutDown()
  }

  @Test func `a closed transport says so`() async throws {
    let transport = try Transport(TransportSettings())
    let request = HTTPRequest(method: .get, url: server.plain("hello"), timeLimit: .seconds(60))
    await transport.shutDown()
    await transport.shutDown()

    await #expect(throws: TransportError.shutDown) {
      try await transport.exchange(request) { _, _ in }
    }
  }

  @Test func `closing the transport ends what is under way`() async throws {
    let transport = try Transport(TransportSettings())
    let request = HTTPRequest(method: .get, url: server.plain("stalled"), timeLimit: .seconds(60))
    let (begun, begins) = AsyncStream<Void>.makeStream()

    let task = Task { try await transport.exchange(request) { _, _ in begins.yield() } }
    _ = await begun.first { true }
    await transport.shutDown()

    await #expect(throws: TransportError.shutDown) { try await task.value }
  }

  @Test func `a forgotten transport closes itself`() async throws {
    let request = HTTPRequest(method: .get, url: server.plain("hello"), timeLimit: .seconds(60))

    let status = try await Transport(TransportSettings()).exchange(request) { _, _ in }.status

    #expect(status == 200)
  }
}
