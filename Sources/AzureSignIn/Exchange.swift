import Transport

/// Sends one request to a token service and hands back its whole answer.
///
/// - Throws: ``TransportError``.
typealias Exchange = @Sendable (HTTPRequest) async throws -> ExchangeAnswer

/// What a token service answered. The body may hold a token, so it is never printed.
struct ExchangeAnswer: Sendable {
  let status: Int
  let retryAfter: String?
  let date: String?
  let body: [UInt8]

  init(status: Int, retryAfter: String? = nil, date: String? = nil, body: [UInt8] = []) {
    self.status = status
    self.retryAfter = retryAfter
    self.date = date
    self.body = body
  }
}

extension ExchangeAnswer: CustomStringConvertible, CustomReflectable {
  var description: String { "an answer with status \(status)" }
  var customMirror: Mirror { Mirror(self, children: []) }
}

/// No answer with a token is longer. What is left of a longer one is no JSON.
private let mostAnswerBytes = 1 << 20

extension Transport {
  /// Over the network.
  var tokenExchange: Exchange {
    { request in
      var body: [UInt8] = []
      let head = try await exchange(request) { _, bytes in
        if body.count < mostAnswerBytes { body += bytes }
      }
      return ExchangeAnswer(
        status: head.status, retryAfter: head.header("Retry-After"), date: head.header("Date"),
        body: body)
    }
  }
}
