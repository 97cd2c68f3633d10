/// The parts of a request that decide the answer.
package struct PreviewRequest: Hashable, Sendable {
  package let method: String
  /// As the request line has it.
  package let target: String
  /// Every `Host` of the request.
  package let hosts: [String]

  package init(method: String, target: String, hosts: [String]) {
    self.method = method
    self.target = target
    self.hosts = hosts
  }

  /// What to say without looking at the site; nil where the request may be answered.
  var refusal: Answer? {
    guard hosts.count == 1, namesLoopback(host: hosts[0]) else {
      return .text(403, "the preview answers to 127.0.0.1, localhost and [::1] only")
    }
    guard method == "GET" || method == "HEAD" else {
      return .text(
        405, "the preview can be read only",
        headers: [Answer.Header(name: "Allow", text: "GET, HEAD")])
    }
    guard target.utf8.count <= RequestPath.longestTarget else { return .text(414, "too long") }
    return nil
  }
}
