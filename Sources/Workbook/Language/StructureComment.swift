/// An HTML comment that gives a page structure.
enum StructureComment: Hashable, Sendable {
  /// `<!-- question: … -->`: asked beside the section that begins next.
  case question(String)
  case open(Container)
  /// `<!-- /when -->`; the word without its stroke.
  case close(String)
  /// `<!-- include: … -->` where it is not replaced.
  case include
  /// A comment for the template's authors.
  case remark

  /// What is between an opening comment and its end.
  enum Container: Hashable, Sendable {
    /// `<!-- when: path -->`: shown where the value is something.
    case when(path: String)
    /// `<!-- when: toggle == choice -->`: shown while the toggle stands there.
    case choice(toggle: String, value: String)
    /// `<!-- tabs: name -->`: a panel for each `###` heading.
    case tabs(name: String)
    /// `<!-- columns: 2 -->`: blocks side by side.
    case columns(String)
    /// `<!-- group: Label -->`: blocks that belong together, with toggles of their own.
    case group(label: String)

    /// Whether toggles that are declared inside are known only there.
    var isScope: Bool {
      switch self {
      case .when, .group: true
      case .choice, .tabs, .columns: false
      }
    }

    var word: String {
      switch self {
      case .when, .choice: "when"
      case .tabs: "tabs"
      case .columns: "columns"
      case .group: "group"
      }
    }
  }

  static let reference = [
    StepKey("question: Who spent it?", "asked beside the section that begins next"),
    StepKey("include: name", "the lines of the partial `_name.md`, on a line of its own"),
    StepKey(
      "when: query.column",
      "up to `<!-- /when -->`: shown where the value is neither NULL, 0 nor empty"),
    StepKey("when: toggle == value", "up to `<!-- /when -->`: shown while the toggle stands there"),
    StepKey(
      "tabs: name",
      "up to `<!-- /tabs -->`: a panel for each `###` heading; tabs of one name switch together"),
    StepKey("columns: 2", "up to `<!-- /columns -->`: blocks side by side, two or three in a line"),
    StepKey(
      "group: Label",
      "up to `<!-- /group -->`: blocks that belong together; toggles declared in it are its own"),
  ]

  /// nil where it means nothing.
  var word: String? {
    switch self {
    case .question: "question"
    case .open(let container): container.word
    case .close(let word): "/" + word
    case .include: "include"
    case .remark: nil
    }
  }

  static let words = ["question", "include", "when", "tabs", "columns", "group"]
  private static let containers = ["when", "tabs", "columns", "group"]

  /// - Parameters:
  ///   - comment: Without its delimiters.
  ///   - marked: The text that the comment is from; values stay marked where they are allowed.
  /// - Throws: for a word that is nearly, or in some other language would be, structure.
  init(_ comment: String, in marked: MarkedText) throws(TemplateError) {
    let text = trimmed(comment)
    let word = String(text.prefix { !$0.isWhitespace && $0 != ":" })
    let rest = text.dropFirst(word.count)
    let withValues = trimmed(rest.dropFirst())
    let content = marked.original(of: withValues)
    if Self.words.contains(word), content.isEmpty, rest.isEmpty || rest.first == ":" {
      throw .bareStructure(word)
    }
    switch (word, rest.first) {
    case ("question", ":"): self = .question(withValues)
    case ("include", ":"): self = .include
    case ("when", ":"): self = .open(condition(content))
    case ("tabs", ":"): self = .open(.tabs(name: content))
    case ("columns", ":"): self = .open(.columns(content))
    case ("group", ":"): self = .open(.group(label: withValues))
    case (_, nil) where word.hasPrefix("/") && Self.containers.contains(String(word.dropFirst())):
      self = .close(String(word.dropFirst()))
    default:
      let isClosing = word.hasPrefix("/") && word.count > 1
      let isOpening = rest.first == ":" && !word.isEmpty && !rest.dropFirst().hasPrefix("//")
      guard isClosing || isOpening, word.allSatisfy({ $0.isLetter || $0 == "/" }) else {
        self = .remark
        return
      }
      throw .unknownStructure(
        word, known: isClosing ? Self.containers.map { "/" + $0 } : Self.words)
    }
  }
}

private func condition(_ text: String) -> StructureComment.Container {
  guard let equals = text.firstRange(of: "==") else { return .when(path: text) }
  var value = trimmed(text[equals.upperBound...])
  if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
    value = String(value.dropFirst().dropLast())
  }
  return .choice(toggle: trimmed(text[..<equals.lowerBound]), value: value)
}

/// The comments of a piece of HTML.
/// - Throws: where it holds anything else.
func comments(of html: String) throws(TemplateError) -> [String] {
  var comments: [String] = []
  var rest = trimmed(html)[...]
  while !rest.isEmpty {
    guard rest.hasPrefix("<!--") else { throw comments.isEmpty ? .html : .textBesideComment }
    guard let end = rest.dropFirst(4).firstRange(of: "-->") else { throw .unfinishedComment }
    comments.append(String(rest[rest.index(rest.startIndex, offsetBy: 4)..<end.lowerBound]))
    rest = rest[end.upperBound...].drop(while: \.isWhitespace)
  }
  return comments
}
