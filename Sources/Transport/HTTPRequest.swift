/// One request. Its headers and body appear in no error and no log: they may hold secrets.
package struct HTTPRequest: Sendable {
  package enum Method: String, Hashable, Sendable {
    case get = "GET"
    case post = "POST"
  }

  package var method: Method
  /// `https://…`, or `http://…` on this machine.
  package var url: String
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  /// From the first step of the connection to the last byte of the answer.
  package var timeLimit: Duration
  /// False for what only this machine can reach, such as its managed identity.
  package var usesProxy: Bool

  package init(
    method: Method,
    url: String,
    headers: [(name: String, value: String)] = [],
    body: [UInt8] = [],
    timeLimit: Duration,
    usesProxy: Bool = true
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeLimit = timeLimit
    self.usesProxy = usesProxy
  }
}
