/// A file's path inside the site: plain names parted by `/`.
struct SitePath: Hashable, Sendable {
  let text: String

  init(_ text: String) throws(PublishingError) {
    let names = text.split(separator: "/", omittingEmptySubsequences: false)
    let usable = names.allSatisfy { name in
      !name.isEmpty && name != "." && name != ".." && name.utf8.count <= 255
        && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x5C && $0 != 0x7F }
    }
    guard usable else { throw .unusablePath(text) }
    self.text = text
  }

  /// Equal for paths that are one file where upper and lower case are not told apart.
  var caseless: String { text.lowercased() }

  /// Every folder that has to exist for the file, outermost first.
  var folders: [String] {
    text.indices.filter { text[$0] == "/" }.map { String(text[..<$0]) }
  }

  var isPage: Bool { text.hasSuffix(".html") }
}
