/// How a build of the preview ended.
package enum BuildOutcome: Hashable, Sendable {
  case built(pages: Int)
  /// The pages from before still stand.
  case failed(BuildMistakes)

  /// One line for the terminal.
  package var summary: String {
    switch self {
    case .built(let pages): "rebuilt \(pages) \(pages == 1 ? "page" : "pages")"
    case .failed(let mistakes): mistakes.summary
    }
  }
}

/// Why there is no page to show.
package struct BuildMistakes: Hashable, Sendable {
  package let count: Int
  /// What a terminal would show: file, line, caret and remedy of each.
  package let text: String

  package init(count: Int, text: String) {
    self.count = count
    self.text = text
  }

  package var summary: String { "\(count) \(count == 1 ? "mistake" : "mistakes")" }
}
