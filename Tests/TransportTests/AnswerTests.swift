import Foundation
import Testing

@testable import Transport

@Suite struct AnswerTests {
  let server = FaultyServer.plain

  @Test func `an answer comes with its status and its bytes`() async throws {
    let answer = try await get(server.plain("hello"))

    #expect(answer.head.status == 200)
    #expect(answer.text == "hello")
  }

  @Test func `an answer of no bytes is an answer`() async throws {
    let answer = try await get(server.plain("empty"))

    #expect(answer.head.status == 200)
    #expect(answer.parts == 0)
  }

  @Test(arguments: [400, 401, 403, 404, 429, 500, 503, 504])
  func `a status that reports a fault is an answer`(status: Int) async throws {
    let answer = try await get(server.plain("status?code=\(status)"))

    #expect(answer.head.status == status)
    #expect(answer.head.header("retry-AFTER") == "7")
    #expect(answer.head.header("Age") == nil)
    #expect(answer.text == "as told")
  }

  @Test func `a request arrives with its method, headers and body`() async throws {
    struct Seen: Decodable, Equatable {
      var method: String
      var headers: [String: String]
      var body: String
    }
    let request = HTTPRequest(
      method: .post, url: server.plain("echo"),
      headers: [("Content-Type", "application/json"), ("Cache-Control", "no-cache")],
      body: Array(#"{"query":"AppMetrics"}"#.utf8), timeLimit: .seconds(60))

    let answer = try await exchange(request)

    let seen = try JSONDecoder().decode(Seen.self, from: Data(answer.body))
    #expect(
      seen
        == Seen(
          method: "POST",
          headers: [
            "accept-encoding": "deflate, gzip", "cache-control": "no-cache",
            "content-length": "22", "content-type": "application/json",
            "host": "127.0.0.1:\(server.port)",
          ],
          body: #"{"query":"AppMetrics"}"#))
  }

  @Test(arguments: ["gzip", "gzip?part=97", "gzip?part=100000000", "deflate"])
  func `a compressed answer is handed over as it was before`(path: String) async throws {
    let answer = try await get(server.plain(path))

    #expect(answer.text == (0..<100_000).map { "\($0)\n" }.joined())
  }

  @Test func `a long answer is handed over in parts, none lost and in order`() async throws {
    let answer = try await get(server.plain("streamed?megabytes=8"))

    var sent: [UInt8] = []
    for number in 0..<128 as Range<UInt8> {
      sent += [UInt8](repeating: number, count: 65_536)
    }
    #expect(answer.body == sent)
    #expect(answer.parts > 10)
  }

  @Test func `what reads the answer may stop it`() async throws {
    struct Enough: Error {}
    let transport = try Transport(TransportSettings())
    let request = HTTPRequest(
      method: .get, url: server.plain("dripping"), timeLimit: .seconds(60))

    await #expect(throws: Enough.self) {
      try await transport.exchange(request) { _, _ in throw Enough() }
    }
    await transport.shutDown()
  }

  @Test func `a connection serves several requests, also at once`() async throws {
    let transport = try Transport(TransportSettings())
    let request = HTTPRequest(method: .get, url: server.plain("hello"), timeLimit: .seconds(60))

    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<40 {
        group.addTask { try await transport.exchange(request) { _, _ in }.status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }

    #expect(statuses == [Int](repeating: 200, count: 40))
    await transport.shutDown()
  }
}
