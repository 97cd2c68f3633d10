import SourceText

/// The settings at the top of a template.
struct FrontMatter: Hashable, Sendable {
  /// `for-each: SOURCE as NAME`, and `keys`.
  struct ForEach: Hashable, Sendable {
    let source: String
    let name: String
    /// The row's `id` where `keys` names no columns.
    let keys: [PageKey]
    let position: SourcePosition
  }

  /// A label with a text: one of `facts`, or a breadcrumb with its page.
  struct Labelled: Hashable, Sendable {
    let label: String
    let node: YAMLNode
  }

  var title: YAMLNode?
  var forEach: ForEach?
  var navigation: String?
  var order = 0
  var section: String?
  var lead: YAMLNode?
  var facts: [Labelled] = []
  var breadcrumbs: [Labelled] = []
  /// The line of the file after the front matter, counted from 1.
  var bodyLine = 1

  static let keys = [
    StepKey("title", "required; may hold values"),
    StepKey(
      "for-each",
      "`VIEW as NAME` or `QUERY as NAME`: a page for each row; its `id` is bound as `:NAME`, its "
        + "columns are `{{NAME.column}}`"),
    StepKey(
      "keys",
      "a list of columns that tell the pages apart where `id` alone does not; each is bound as a "
        + "parameter of its name, and the folders nest in this order"),
    StepKey("navigation", "the label in the navigation; pages without it are not in it"),
    StepKey("order", "the place in the navigation, a whole number"),
    StepKey("section", "which navigation label is current on this page"),
    StepKey("lead", "the line under the title"),
    StepKey("facts", "a list of `- Label: text`, shown in the margin"),
    StepKey("breadcrumbs", "a list of `- Label: page`"),
  ]
}

/// Reads what stands between two lines `---` at the top; all of it may be missing.
func frontMatter(of file: SourceFile, mistakes: inout TemplateMistakes) -> FrontMatter {
  var result = FrontMatter()
  guard trimmed(file.line(1)) == "---" else {
    mistakes.report(.missingTitle, at: SourcePosition(line: 1, column: 1))
    return result
  }
  let last =
    file.lineCount >= 2 ? (2...file.lineCount).first { trimmed(file.line($0)) == "---" } : nil
  guard let last else {
    mistakes.report(.unfinishedFrontMatter, at: SourcePosition(line: 1, column: 1))
    result.bodyLine = file.lineCount + 1
    return result
  }
  result.bodyLine = last + 1
  let text = (2..<last).map { file.line($0) + "\n" }.joined()
  do throws(Diagnostics) {
    let fields = StepFields(
      try parseYAML(text, in: file, firstLine: 2), of: "front matter", keys: FrontMatter.keys,
      position: SourcePosition(line: 1, column: 1), mistakes: &mistakes)
    result.read(fields, mistakes: &mistakes)
  } catch {
    mistakes.add(error.all)
  }
  return result
}

extension FrontMatter {
  fileprivate mutating func read(_ fields: StepFields, mistakes: inout TemplateMistakes) {
    title = fields.node("title", mistakes: &mistakes)
    if title == nil { mistakes.report(.missingTitle, at: SourcePosition(line: 1, column: 1)) }
    navigation = fields.text("navigation", mistakes: &mistakes)
    section = fields.text("section", mistakes: &mistakes)
    order = fields.integer("order", mistakes: &mistakes) ?? 0
    lead = fields.node("lead", mistakes: &mistakes)
    facts = fields.labelled("facts", mistakes: &mistakes)
    breadcrumbs = fields.labelled("breadcrumbs", mistakes: &mistakes)
    forEach = readForEach(fields, mistakes: &mistakes)
  }

  private func readForEach(_ fields: StepFields, mistakes: inout TemplateMistakes) -> ForEach? {
    guard let node = fields.node("for-each", mistakes: &mistakes), let text = node.text else {
      if !fields.contains("for-each"), let keys = fields.any("keys") {
        mistakes.report(.missingKey("for-each", of: "front matter"), at: keys.position)
      }
      return nil
    }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    func forEach(_ name: String, _ mistakes: inout TemplateMistakes) -> ForEach {
      let columns = fields.names("keys", mistakes: &mistakes)
      for (index, column) in columns.enumerated() where columns[..<index].contains(column) {
        mistakes.report(.keyTwice(column), at: fields.any("keys")?.position)
      }
      return ForEach(
        source: words[0], name: name,
        keys: columns.isEmpty
          ? [PageKey(column: "id", parameter: name)]
          : columns.map { PageKey(column: $0, parameter: $0) },
        position: node.position)
    }
    switch (words.count, words.dropFirst().first) {
    case (1, nil):
      return forEach(words[0], &mistakes)
    case (3, "as") where isName(words[2]):
      return forEach(words[2], &mistakes)
    default:
      mistakes.report(
        .wrongKind(key: "for-each", expected: "QUERY as NAME", found: quoted(text)),
        at: node.position)
      return nil
    }
  }
}
