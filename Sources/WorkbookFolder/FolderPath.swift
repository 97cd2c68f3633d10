/// A path with `.` and `..` taken out, by its text alone.
struct FolderPath: Hashable {
  private let components: [Substring]

  /// - Parameters:
  ///   - path: Absolute, or relative to `root`.
  ///   - root: Absolute.
  init(_ path: String, in root: String) {
    var components: [Substring] = []
    for component in (path.hasPrefix("/") ? path : root + "/" + path).split(separator: "/") {
      switch component {
      case ".": break
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    self.components = components
  }

  var text: String { "/" + components.joined(separator: "/") }

  /// Whether it is the other path, or a folder somewhere above it.
  func holds(_ other: FolderPath) -> Bool { other.components.starts(with: components) }
}
