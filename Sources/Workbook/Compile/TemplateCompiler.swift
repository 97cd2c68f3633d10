import SourceText

/// What a template may refer to outside itself.
struct CompilerEnvironment {
  /// View name → columns.
  let views: [String: [String]]
}

/// Compiles one template; its mistakes are added to `mistakes`.
/// - Returns: nil where the template has mistakes.
func compiledTemplate(
  _ file: SourceFile, in environment: CompilerEnvironment, mistakes: inout [Diagnostic]
) -> CompiledTemplate? {
  var own = TemplateMistakes(file: file)
  let front = frontMatter(of: file, mistakes: &own)
  let body =
    front.bodyLine <= file.lineCount
    ? (front.bodyLine...file.lineCount).map { file.line($0) }.joined(separator: "\n") : ""
  let marked = MarkedText(body, firstLine: front.bodyLine)
  let parsed = parseMarkdown(marked.text)
  let lineOffset = front.bodyLine - 1

  let definitions = queryDefinitions(parsed, lineOffset: lineOffset, mistakes: &own)
  let queryEnvironment = QueryEnvironment(
    views: environment.views, pageKey: front.forEach?.name)
  let queries = compiledQueries(definitions, in: queryEnvironment, mistakes: &own)
  let source = pageSource(front, queries, environment, mistakes: &own)
  let names = ValueNames(
    pageRow: front.forEach.map {
      ValueNames.PageRow(name: $0.name, columns: environment.views[$0.source])
    },
    queries: definitions.map(\.name))

  var compiler = BlockCompiler(
    markdown: MarkdownCompiler(
      marked: marked, names: names, lineOffset: lineOffset, mistakes: own))
  let blocks = compiler.blocks(parsed)
  own = compiler.markdown.mistakes
  if own.all.isEmpty, !hasSection(blocks) {
    own.report(.noSentence, at: SourcePosition(line: max(front.bodyLine - 1, 1), column: 1))
  }
  let title =
    front.title.map { TextTemplate($0, names: names, mistakes: &own) }
    ?? .literal(file.name)
  let template = CompiledTemplate(
    file: file, title: title,
    heading: compiler.heading ?? title.pieces.map(fragment),
    lead: front.lead.map { TextTemplate($0, names: names, mistakes: &own) },
    facts: front.facts.map {
      .init(label: $0.label, text: TextTemplate($0.node, names: names, mistakes: &own))
    },
    breadcrumbs: front.breadcrumbs.map {
      .init(
        label: $0.label,
        target: LinkTarget(
          template: TextTemplate($0.node, names: names, mistakes: &own),
          position: $0.node.position))
    },
    navigation: front.navigation, order: front.order, section: front.section, source: source,
    queries: queries, blocks: blocks)
  mistakes += own.all
  return own.all.isEmpty ? template : nil
}

private func fragment(_ piece: TextTemplate.Piece) -> Fragment {
  switch piece {
  case .text(let text): .markup(escapedHTML(text))
  case .value(let expression): .value(expression)
  }
}

private func queryDefinitions(
  _ blocks: [MarkdownBlock], lineOffset: Int, mistakes: inout TemplateMistakes
) -> [QueryDefinition] {
  var definitions: [QueryDefinition] = []
  for block in blocks {
    guard case .code(let info, _, true) = block.kind else { continue }
    let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let fence = words.first.flatMap(TemplateFence.init) else { continue }
    let position = SourcePosition(line: block.firstLine + lineOffset, column: 1)
    let last = trimmed(mistakes.file.line(block.lastLine + lineOffset))
    if block.lastLine == block.firstLine || !(last.hasPrefix("```") || last.hasPrefix("~~~")) {
      mistakes.report(.unfinishedFence, at: position)
      continue
    }
    guard fence == .sql else { continue }
    guard words.count > 1 else {
      mistakes.report(.unnamedFence("sql"), at: position)
      continue
    }
    definitions.append(
      QueryDefinition(
        name: words[1], sql: fenceText(of: block, in: mistakes.file, lineOffset: lineOffset),
        position: position))
  }
  return definitions
}

private func pageSource(
  _ front: FrontMatter, _ queries: [CompiledQuery], _ environment: CompilerEnvironment,
  mistakes: inout TemplateMistakes
) -> PageSource {
  guard let forEach = front.forEach else {
    return .single(PagePath(templateName: mistakes.file.name))
  }
  if let query = queries.first(where: { $0.name == forEach.source }) {
    return .forEach(folder: forEach.source, name: forEach.name, query: query)
  }
  if environment.views[forEach.source] == nil {
    let known = queries.map(\.name) + environment.views.keys.sorted()
    mistakes.report(.unknownSource(forEach.source, known: known), at: forEach.position)
  }
  let definition = QueryDefinition(
    name: forEach.source, sql: "select * from \"\(forEach.source)\" order by id",
    position: forEach.position)
  return .forEach(
    folder: forEach.source, name: forEach.name, query: CompiledQuery(definition, reading: []))
}

private func hasSection(_ blocks: [CompiledBlock]) -> Bool {
  blocks.contains { block in
    switch block {
    case .section: true
    case .when(_, let inner): hasSection(inner)
    default: false
    }
  }
}
