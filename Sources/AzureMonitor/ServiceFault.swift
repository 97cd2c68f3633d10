/// What a service says went wrong, in the body of an answer.
struct ServiceFault: Hashable {
  /// From the outermost to the innermost.
  let codes: [String]
  /// The innermost that says anything, on one line.
  let message: String

  /// A fault that the service did not describe.
  static let unnamed = ServiceFault(codes: [], message: "")

  init(codes: [String], message: String) {
    self.codes = codes
    // No service's own words have so long a run of such characters; tokens do.
    let message = message.replacing(/[A-Za-z0-9_~+=.\-]{40,}/, with: "[removed]")
    self.message = String(
      message.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        .reduce(into: String.UnicodeScalarView()) { $0.append($1) }
    ).split(separator: " ").joined(separator: " ").prefixed(300)
  }

  /// - Parameter answer: `{"error":{…}}`, with rows or without, or the frames of Kusto.
  init?(answer: JSONTree) {
    if let error = answer["error"], error != .null {
      self.init(error: error)
      return
    }
    let frames = answer.elements
    guard
      let frame = frames.first(where: {
        $0["HasErrors"]?.isTrue == true || $0["Cancelled"]?.isTrue == true
      })
    else { return nil }
    self = ServiceFault(frame: frame) ?? .unnamed
  }

  /// - Parameter frame: `{"OneApiErrors":[{"error":{…}}]}`
  init?(frame: JSONTree) {
    guard let error = frame["OneApiErrors"]?.elements.first?["error"] else { return nil }
    self.init(error: error)
  }

  private init(error: JSONTree) {
    var codes: [String] = []
    var message = ""
    var next: JSONTree? = error
    // Deeper than this is nothing a person would read.
    for _ in 0..<8 {
      guard let level = next else { break }
      if let code = level["code"]?.text { codes.append(code) }
      if let text = level["@message"]?.text ?? level["message"]?.text, !text.isEmpty {
        message = text
      }
      next = level["innererror"] ?? level["details"]?.elements.first
    }
    self.init(codes: codes, message: message)
  }

  /// Without a secret that the service may have repeated.
  func hiding(_ secret: String) -> ServiceFault {
    guard !secret.isEmpty else { return self }
    return ServiceFault(
      codes: codes.map { $0.replacing(secret, with: "[removed]") },
      message: message.replacing(secret, with: "[removed]"))
  }

  func has(_ code: String) -> Bool { codes.contains(code) }
}

extension String {
  /// At most so many characters, with a mark where some are left out.
  func prefixed(_ limit: Int) -> String {
    count > limit ? prefix(limit - 1) + "…" : self
  }
}
