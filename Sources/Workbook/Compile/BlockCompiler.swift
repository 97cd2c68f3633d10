import SourceText

/// Turns the nodes of a template's body into sections, steps, notes and text.
struct BlockCompiler {
  var markdown: MarkdownCompiler
  let parameters: PageParameters
  private(set) var heading: [Fragment]?
  private var sectionCount = 0
  /// The scopes of toggles around the place, by where they begin.
  var scopes: [SourcePosition] = []
  /// How often the place is compiled for choices of toggles around it.
  var variantCount = 1
  /// The words of the containers around the place that a section or a note cannot stand in.
  var closedContainers: [String] = []
  var shownTabs: Set<String> = []

  init(markdown: MarkdownCompiler, parameters: PageParameters) {
    self.markdown = markdown
    self.parameters = parameters
  }

  mutating func blocks(_ nodes: [TemplateNode]) -> [CompiledBlock] {
    nodes.flatMap { node -> [CompiledBlock] in
      switch node {
      case .block(let block): compiled(block)
      case .question(let text): [.question(question(text))]
      case .container(let container, let position, let inner):
        compiled(container, inner, at: position)
      }
    }
  }

  private mutating func question(_ text: String) -> TextTemplate {
    let question = TextTemplate(
      markdown.marked.pieces(of: text), names: markdown.names, mistakes: &markdown.mistakes)
    markdown.mistakes.reportOpenToggles(in: question.expressions, names: markdown.names)
    return question
  }

  private mutating func compiled(_ block: MarkdownBlock) -> [CompiledBlock] {
    let position = markdown.position(of: block)
    switch block.kind {
    case .heading(1, let content):
      if heading != nil { markdown.mistakes.report(.secondPageName, at: position) }
      heading = forAllChoices(markdown.inlines(content, in: block))
      return []
    case .heading(2, let content):
      reportClosedContainer(for: "section", at: position)
      sectionCount += 1
      return [
        .section(
          id: "s\(sectionCount)", headline: forAllChoices(markdown.inlines(content, in: block)))
      ]
    case .quotation(let content):
      reportClosedContainer(for: "margin note", at: position)
      return [.note(forAllChoices(markdown.fragments(content)))]
    case .code(let info, _, true) where block.fence == nil:
      reportMistypedStep(info.split(whereSeparator: \.isWhitespace).map(String.init), block)
      return [.markdown(markdown.fragments(block))]
    case .code(let info, _, true):
      guard let fence = block.fence else { return [] }
      let query = info.split(whereSeparator: \.isWhitespace).dropFirst().first.map(String.init)
      return compiled(fence, query: query, block)
    default:
      let text = markdown.source(of: block)
      return expanded(over: markdown.names.openToggles(in: text), at: position) { compiler in
        [.markdown(compiler.markdown.fragments(block))]
      }
    }
  }

  private mutating func compiled(
    _ fence: TemplateFence, query: String?, _ block: MarkdownBlock
  ) -> [CompiledBlock] {
    let lines = block.firstLine + markdown.lineOffset...block.lastLine + markdown.lineOffset
    switch fence {
    case .sql: return []
    case .params:
      reportVariants(around: "toggle", at: markdown.position(of: block))
      let toggles = parameters.toggles(declaredIn: lines)
      return toggles.isEmpty ? [] : [.toggles(toggles)]
    case .tiles, .grid, .chart, .download, .callout, .links:
      let toggles = markdown.names.openToggles(
        in: markdown.source(of: block), isStep: true, query: query)
      return expanded(over: toggles, at: markdown.position(of: block)) { compiler in
        compiler.step(fence, query: query, block).map { [.step($0)] } ?? []
      }
    }
  }

  private mutating func forAllChoices(_ fragments: [Fragment]) -> [Fragment] {
    markdown.mistakes.reportOpenToggles(
      in: fragments.flatMap(\.expressions), names: markdown.names)
    return fragments
  }

  /// A fence with a name is meant to be a step; as code it would put its text on the page.
  private mutating func reportMistypedStep(_ words: [String], _ block: MarkdownBlock) {
    let fences = TemplateFence.allCases.map(\.rawValue)
    guard words.count == 2,
      markdown.names.queries.contains(words[1]) || nearestName(to: words[0], in: fences) != nil
    else { return }
    markdown.mistakes.report(
      .unknownStep(words[0], known: fences), at: markdown.position(of: block))
  }
}
