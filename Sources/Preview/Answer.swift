/// What the server says to one request.
package struct Answer: Hashable, Sendable {
  package struct Header: Hashable, Sendable {
    package let name: String
    package let text: String
  }

  package let status: Int
  package let contentType: String
  /// Beside ``everyHeader``, and those that follow from the body.
  package let headers: [Header]
  package let body: [UInt8]

  init(_ status: Int, _ contentType: String, _ body: [UInt8], headers: [Header] = []) {
    self.status = status
    self.contentType = contentType
    self.headers = headers
    self.body = body
  }

  static func text(_ status: Int, _ text: String, headers: [Header] = []) -> Answer {
    Answer(status, "text/plain; charset=utf-8", Array((text + "\n").utf8), headers: headers)
  }

  static let notFound = Answer.text(404, "not found")

  /// Goes with every answer. What the pages may do is no more than on a web server that publishes
  /// the site; no other site may take the files for scripts or pictures of its own.
  package static let everyHeader = [
    Header(name: "Cache-Control", text: "no-store"),
    Header(
      name: "Content-Security-Policy", text: "default-src 'self'; img-src 'self' data:"),
    Header(name: "Cross-Origin-Resource-Policy", text: "same-origin"),
    Header(name: "X-Content-Type-Options", text: "nosniff"),
  ]
}
