/// The first lines of an answer.
package struct HTTPHead: Sendable {
  package let status: Int
  private let headers: [(name: String, value: String)]

  package init(status: Int, headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = headers.map { (name: $0.name.lowercased(), value: $0.value) }
  }

  /// The first header of that name, whichever case either is written in.
  package func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    return headers.first { $0.name == wanted }?.value
  }
}
