/// Text that only the service it is for may see.
struct Secret: Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "a secret that is not shown" }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(self, children: []) }
}
