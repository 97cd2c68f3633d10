/// An HTML comment that gives a page structure.
enum StructureComment: Hashable, Sendable {
  /// `<!-- question: … -->`: asked beside the section that begins next.
  case question(String)
  /// `<!-- when: path -->`.
  case when(String)
  /// `<!-- /when -->`.
  case endWhen
  /// A comment for the template's authors.
  case remark

  static let words = ["question", "when", "/when"]

  /// - Throws: for a word that is nearly, or in some other language would be, structure.
  init(_ comment: String) throws(TemplateError) {
    let text = trimmed(comment)
    let word = String(text.prefix { !$0.isWhitespace && $0 != ":" })
    let rest = text.dropFirst(word.count)
    switch (word, rest.first) {
    case ("question", ":"): self = .question(trimmed(rest.dropFirst()))
    case ("when", ":"): self = .when(trimmed(rest.dropFirst()))
    case ("/when", nil): self = .endWhen
    default:
      let isClosing = word.hasPrefix("/") && word.count > 1
      let isOpening = rest.first == ":" && !word.isEmpty && !rest.dropFirst().hasPrefix("//")
      guard isClosing || isOpening, word.allSatisfy({ $0.isLetter || $0 == "/" }) else {
        self = .remark
        return
      }
      throw .unknownStructure(word, known: Self.words)
    }
  }
}

/// The comments of an HTML block; nil where it holds anything else.
func comments(of html: String) -> [String]? {
  var comments: [String] = []
  var rest = trimmed(html)[...]
  while !rest.isEmpty {
    guard rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") else { return nil }
    comments.append(String(rest[rest.index(rest.startIndex, offsetBy: 4)..<end.lowerBound]))
    rest = rest[end.upperBound...].drop(while: \.isWhitespace)
  }
  return comments
}
