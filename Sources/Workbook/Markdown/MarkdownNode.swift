/// A block of a parsed Markdown document, with the line it starts on.
struct MarkdownBlock: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case paragraph([MarkdownInline])
    case heading(level: Int, [MarkdownInline])
    /// Each item is a list of blocks; `start` is nil for a bullet list.
    case list(start: Int?, isTight: Bool, items: [[MarkdownBlock]])
    case quotation([MarkdownBlock])
    /// The first row is the head.
    case table(alignments: [MarkdownAlignment], rows: [[[MarkdownInline]]])
    case code(info: String, text: String, isFenced: Bool)
    case html(String)
    case thematicBreak
    /// `[words]: address`, which templates do not have.
    case linkDefinition
  }

  let kind: Kind
  /// Both counted from 1 within the parsed text.
  let firstLine: Int
  let lastLine: Int
}

indirect enum MarkdownInline: Hashable, Sendable {
  case text(String)
  case code(String)
  case html(String)
  case softBreak
  case lineBreak
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case struck([MarkdownInline])
  case link(target: String, [MarkdownInline])
  case image(target: String, [MarkdownInline])
}

enum MarkdownAlignment: Hashable, Sendable {
  case left, right, centre
}
