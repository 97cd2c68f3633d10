import Foundation
import Transport

@testable import AzureSignIn

/// Answers requests with what a test has laid ready, and remembers them.
actor FakeService {
  private var answers: [Result<ExchangeAnswer, TransportError>]
  private(set) var requests: [HTTPRequest] = []
  private(set) var pauses: [Duration] = []

  /// The last answer is given to every further request too.
  init(_ answers: [Result<ExchangeAnswer, TransportError>]) {
    self.answers = answers
  }

  init(_ answers: ExchangeAnswer...) {
    self.answers = answers.map { .success($0) }
  }

  func answer(_ request: HTTPRequest) throws -> ExchangeAnswer {
    requests.append(request)
    let answer = answers.count > 1 ? answers.removeFirst() : answers[0]
    return try answer.get()
  }

  func pause(_ duration: Duration) { pauses.append(duration) }

  nonisolated func surroundings(_ clock: FakeClock = FakeClock()) -> Surroundings {
    Surroundings(
      exchange: { try await self.answer($0) }, now: { clock.now },
      pause: { await self.pause($0) },
      newID: { UUID(uuidString: "3F2504E0-4F89-41D3-9A0C-0305E82C3301")! },
      run: { _ in CommandOutcome(exitCode: CommandOutcome.notFound, output: [], complaints: "") })
  }
}

extension ExchangeAnswer {
  /// `stub-1`, unless another is wished for.
  static func token(_ token: String = "stub-1", expiresIn: Int = 3599) -> ExchangeAnswer {
    ExchangeAnswer(
      status: 200,
      body: Array(
        #"{"token_type":"Bearer","expires_in":\#(expiresIn),"access_token":"\#(token)"}"#.utf8))
  }

  static func refusal(
    _ status: Int = 401, code: Int? = nil, error: String = "invalid_client", _ text: String = "",
    date: String? = nil
  ) -> ExchangeAnswer {
    var fields: [String: Any] = ["error": error]
    if let code { fields["error_codes"] = [code] }
    fields["error_description"] = code.map { "AADSTS\($0): \(text)" } ?? text
    let body = (try? JSONSerialization.data(withJSONObject: fields)) ?? Data()
    return ExchangeAnswer(status: status, date: date, body: Array(body))
  }

  static func status(_ status: Int, retryAfter: String? = nil) -> ExchangeAnswer {
    ExchangeAnswer(status: status, retryAfter: retryAfter, body: Array("<html>".utf8))
  }
}

extension HTTPRequest {
  /// One line of a form or query for each field, decoded.
  var fields: [String] {
    let text =
      body.isEmpty
      ? String(url.split(separator: "?", maxSplits: 1).last ?? "")
      : String(decoding: body, as: UTF8.self)
    return text.split(separator: "&").map { $0.removingPercentEncoding! }
  }

  /// Such as `Metadata: true`.
  var headerLines: [String] { headers.map { "\($0.name): \($0.value)" } }
}

func field(_ name: String, of request: HTTPRequest) -> String? {
  request.fields.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
}
