import UsageModel

/// One answer as it comes in: rows of a good one, the body of an error.
struct QueryAttempt<Rows> {
  private let source: ServiceSource
  private let token: String
  private let mostErrorBytes: Int
  private let begin: () -> Rows
  private(set) var rows: Rows
  private(set) var byteCount = 0
  private var reader = AnswerReader()
  private var errorBody: [UInt8] = []

  /// - Parameters:
  ///   - token: What the service was shown, and must not be repeated to anybody.
  ///   - begin: Makes what the rows are added to.
  init(
    source: ServiceSource, token: String, mostErrorBytes: Int, begin: @escaping () -> Rows
  ) {
    self.source = source
    self.token = token
    self.begin = begin
    rows = begin()
    self.mostErrorBytes = mostErrorBytes
  }

  mutating func take(
    _ bytes: UnsafeRawBufferPointer, status: Int,
    _ add: (inout Rows, [String], AnswerRow) throws -> Void
  ) throws {
    byteCount += bytes.count
    guard status == 200 else {
      errorBody += bytes.prefix(mostErrorBytes - errorBody.count)
      return
    }
    // Taken out, so that its rows may change the rest of the attempt.
    var reader = AnswerReader()
    swap(&reader, &self.reader)
    defer { swap(&reader, &self.reader) }
    do {
      try reader.feed(bytes) {
        rows = begin()
      } receive: { columns, row in
        try add(&rows, columns, row)
      }
    } catch let problem as AnswerProblem {
      throw MonitorError.notAnAnswer(source: source.name, problem: problem.inWords)
    } catch let problem as RowProblem {
      throw MonitorError.row(source: source.name, problem)
    }
  }

  /// - Throws: ``MonitorError`` where there is no answer, whole or not.
  mutating func outcome(status: Int) throws -> QueryOutcome {
    // A workspace that never got any data.
    if status == 204 { return .whole(columns: nil) }
    guard status == 200 else { return try outcome(ofError: status) }
    guard byteCount > 0 else {
      throw MonitorError.notAnAnswer(source: source.name, problem: "the answer is empty")
    }
    let end: AnswerEnd
    do {
      end = try reader.finish()
    } catch let problem as AnswerProblem {
      throw MonitorError.notAnAnswer(source: source.name, problem: problem.inWords)
    }
    if let fault = end.fault?.hiding(token) {
      guard fault.isOfQuery else { return .truncated(message: fault.message) }
      throw queryError(fault)
    }
    return end.rowCount >= QueryService.rowLimit
      ? .truncated(message: "\(end.rowCount) rows, the most an answer may have")
      : .whole(columns: end.columns)
  }

  private func outcome(ofError status: Int) throws -> QueryOutcome {
    let fault = ServiceFault(body: errorBody)?.hiding(token) ?? .unnamed
    switch status {
    case 504: return .truncated(message: "the service took longer than it waits")
    case 413: return .truncated(message: fault.message)
    case 400: throw queryError(fault)
    case 401, 403: throw refusal(fault, status: status)
    case 404:
      throw fault.has("PathNotFoundError") || fault == .unnamed
        ? MonitorError.unknownPath(source: source.name, endpoint: source.endpoint)
        : .unknownResource(source: source.name, resource: source.resource)
    case 429: throw MonitorError.throttled(source: source.name, endpoint: source.endpoint, tries: 1)
    default:
      throw MonitorError.failed(source: source.name, status: status, message: fault.message)
    }
  }

  private func refusal(_ fault: ServiceFault, status: Int) -> MonitorError {
    if fault.has("InvalidAuthenticationTokenAudience") {
      return .wrongAudience(source: source.name, audience: source.audience)
    }
    if fault.has("InsufficientAccessError") || (status == 403 && !fault.isAboutToken) {
      return .notPermitted(source: source.name, resource: source.resource)
    }
    return .notSignedIn(source: source.name, endpoint: source.endpoint)
  }

  private func queryError(_ fault: ServiceFault) -> MonitorError {
    if fault.has("BadRequest_EntityNotFound") || fault.has("BadRequest_DatabaseNotExist") {
      return .unknownResource(source: source.name, resource: source.resource)
    }
    return fault.isMissingTable(source.resource.table)
      ? .missingTable(source: source.name, resource: source.resource)
      : .queryRefused(source: source.name, message: fault.message)
  }
}

extension ServiceFault {
  /// - Parameter body: Of an answer with an error's status.
  init?(body: [UInt8]) {
    var tokens = JSONTokens()
    var tree = JSONTreeBuilder()
    let isJSON: Void? = try? body.withUnsafeBytes { bytes in
      try tokens.feed(bytes) { tree.receive($0) }
      try tokens.finish { tree.receive($0) }
    }
    guard isJSON != nil, let root = tree.root else { return nil }
    self.init(answer: root)
  }

  /// Whether the query itself is wrong: less of it would be as wrong.
  var isOfQuery: Bool {
    ["BadArgumentError", "SyntaxError", "SemanticError", "General_BadRequest", "-2133196790"]
      .contains(where: has)
  }

  var isAboutToken: Bool {
    has("InvalidAuthenticationToken") || has("AuthenticationFailed") || has("InvalidTokenError")
  }

  func isMissingTable(_ table: String) -> Bool {
    message.contains("'\(table)'") && message.contains("Failed to resolve")
  }
}

extension AnswerProblem {
  var inWords: String {
    switch self {
    case .notJSON(.unexpectedByte(let place)): "it is no JSON from byte \(place) on"
    case .notJSON(.endsEarly): "it ends in the middle"
    case .notJSON(.tooDeep): "it is nested too deeply"
    case .notJSON(.notNumber): "it has a number that is none"
    case .noTable: "it has no table"
    case .noLastFrame: "its last frame is missing"
    case .unexpectedShape: "its tables are not as they should be"
    case .cellCount(let row): "row \(row) has not one cell for each column"
    }
  }
}
