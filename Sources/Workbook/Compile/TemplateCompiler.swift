import SourceText

/// What a template may refer to outside itself.
struct CompilerEnvironment {
  /// View name → columns.
  let views: [String: [String]]
}

/// Compiles one template, its partials included; its mistakes are added to `mistakes`.
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
  let lineOffset = front.bodyLine - 1
  guard let parsed = parsedBody(marked, lineOffset: lineOffset, mistakes: &own) else {
    mistakes += own.all
    return nil
  }
  let nodes = templateNodes(parsed, of: marked, lineOffset: lineOffset, mistakes: &own)
  let definitions = queryDefinitions(nodes, lineOffset: lineOffset, mistakes: &own)
  guard definitions.count <= TemplateLimits.queries else {
    own.report(.tooManyQueries(limit: TemplateLimits.queries), at: nil)
    mistakes += own.all
    return nil
  }
  let keys = front.forEach?.keys ?? []
  let parameters = PageParameters(
    nodes, of: marked, taken: takenNames(front, definitions), lineOffset: lineOffset,
    mistakes: &own)
  let queries = compiledQueries(
    definitions, in: environment.views, keys: keys.map(\.parameter), parameters: parameters,
    mistakes: &own)
  let source = pageSource(front, queries, environment, mistakes: &own)
  let names = ValueNames(
    pageRow: front.forEach.map {
      ValueNames.PageRow(name: $0.name, columns: environment.views[$0.source])
    },
    // Longer ones are mistakes, which it would take long to find a name near to.
    queries: definitions.map(\.definition.name).filter {
      $0.utf8.count <= TemplateLimits.nameLength
    }, toggles: parameters.toggles(in: []),
    queryToggles: Dictionary(
      queries.map { ($0.name, $0.toggles) }, uniquingKeysWith: { first, _ in first }))

  var compiler = BlockCompiler(
    markdown: MarkdownCompiler(
      marked: marked, names: names, lineOffset: lineOffset, mistakes: own),
    parameters: parameters)
  let blocks = compiler.blocks(nodes)
  own = compiler.markdown.mistakes
  checkFilters(parameters.filters, blocks, mistakes: &own)
  if own.all.isEmpty, !hasSection(blocks) {
    own.report(.noSentence, at: SourcePosition(line: max(front.bodyLine - 1, 1), column: 1))
  }
  let shell = PageTexts(front, names: names, file: file, mistakes: &own)
  mistakes += own.all
  return own.all.isEmpty
    ? CompiledTemplate(
      file: file, title: shell.title,
      heading: compiler.heading ?? shell.title.pieces.map(fragment),
      lead: shell.lead, facts: shell.facts, breadcrumbs: shell.breadcrumbs,
      navigation: front.navigation, order: front.order, section: front.section, source: source,
      queries: queries, blocks: blocks) : nil
}

/// The texts of the front matter.
private struct PageTexts {
  let title: TextTemplate
  let lead: TextTemplate?
  let facts: [CompiledTemplate.Labelled]
  let breadcrumbs: [CompiledTemplate.Breadcrumb]

  init(
    _ front: FrontMatter, names: ValueNames, file: SourceFile, mistakes: inout TemplateMistakes
  ) {
    title =
      front.title.map { TextTemplate($0, names: names, mistakes: &mistakes) }
      ?? .literal(file.name)
    lead = front.lead.map { TextTemplate($0, names: names, mistakes: &mistakes) }
    facts = front.facts.map {
      .init(label: $0.label, text: TextTemplate($0.node, names: names, mistakes: &mistakes))
    }
    breadcrumbs = front.breadcrumbs.map {
      let label = YAMLNode(content: .scalar($0.label), position: $0.node.position)
      return .init(
        label: TextTemplate(label, names: names, mistakes: &mistakes),
        target: LinkTarget(
          template: TextTemplate($0.node, names: names, mistakes: &mistakes),
          position: $0.node.position))
    }
    let all =
      [title, lead].compactMap { $0 } + facts.map(\.text)
      + breadcrumbs.flatMap { [$0.label, $0.target.template] }
    mistakes.reportOpenToggles(in: all.flatMap(\.expressions), names: names)
  }
}

private func fragment(_ piece: TextTemplate.Piece) -> Fragment {
  switch piece {
  case .text(let text): .markup(escapedHTML(text))
  case .value(let expression): .value(expression)
  }
}

private func parsedBody(
  _ marked: MarkedText, lineOffset: Int, mistakes: inout TemplateMistakes
) -> [MarkdownBlock]? {
  do throws(MarkdownTooDeep) {
    return try parseMarkdown(marked.text).map { block in
      guard case .code(let info, let text, let isFenced) = block.kind else { return block }
      // What a fence is called has no values.
      return MarkdownBlock(
        kind: .code(info: marked.original(of: info), text: text, isFenced: isFenced),
        firstLine: block.firstLine, lastLine: block.lastLine)
    }
  } catch {
    mistakes.report(
      .tooDeep(limit: error.limit), at: SourcePosition(line: error.line + lineOffset, column: 1))
    return nil
  }
}

/// Names that a toggle would hide.
private func takenNames(_ front: FrontMatter, _ queries: [PlacedQuery]) -> [String] {
  let row = front.forEach.map { [$0.name] + $0.keys.map(\.parameter) } ?? []
  return BuiltInValue.allCases.map(\.rawValue) + row + queries.map(\.definition.name)
}

private func checkFilters(
  _ filters: [String: ColumnName], _ blocks: [CompiledBlock],
  mistakes: inout TemplateMistakes
) {
  let steps = blocks.flatMap(\.steps)
  for (query, column) in filters.sorted(by: { $0.value.position < $1.value.position }) {
    let isShown = steps.contains { step in
      guard case .grid(let grid) = step.kind, step.query == query else { return false }
      return grid.columns.contains { $0.column.name == column.name }
    }
    if !isShown {
      mistakes.report(
        .filterWithoutGrid(query: query, column: column.name), at: column.position)
    }
  }
}

private func pageSource(
  _ front: FrontMatter, _ queries: [CompiledQuery], _ environment: CompilerEnvironment,
  mistakes: inout TemplateMistakes
) -> PageSource {
  guard let forEach = front.forEach else {
    return .single(PagePath(templateName: mistakes.file.name))
  }
  func rows(_ query: CompiledQuery) -> PageSource {
    .forEach(
      PageRows(
        folder: forEach.source, name: forEach.name, query: query, keys: forEach.keys))
  }
  for name in [forEach.name] + forEach.keys.map(\.parameter)
  where BuiltInValue(rawValue: name) != nil {
    mistakes.report(.parameterTaken(name), at: forEach.position)
  }
  if let query = queries.first(where: { $0.name == forEach.source }) {
    if let toggle = query.toggles.min() {
      mistakes.report(.toggleNotHere(toggle), at: forEach.position)
    }
    return rows(query)
  }
  if environment.views[forEach.source] == nil {
    let known = queries.map(\.name) + environment.views.keys.sorted()
    mistakes.report(.unknownSource(forEach.source, known: known), at: forEach.position)
  }
  let definition = QueryDefinition(
    name: forEach.source, sql: "select * from \"\(forEach.source)\" order by id",
    position: forEach.position)
  return rows(CompiledQuery(definition, reading: [], toggles: []))
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
