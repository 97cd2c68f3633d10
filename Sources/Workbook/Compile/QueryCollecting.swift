import SourceText

/// An `sql` fence and the scopes of toggles around it, by where they begin.
struct PlacedQuery: Hashable, Sendable {
  let definition: QueryDefinition
  let scopes: [SourcePosition]
}

/// The queries of a template, in the order they are written.
func queryDefinitions(
  _ nodes: [TemplateNode], lineOffset: Int, mistakes: inout TemplateMistakes
) -> [PlacedQuery] {
  queryDefinitions(nodes, scopes: [], lineOffset: lineOffset, mistakes: &mistakes)
}

private func queryDefinitions(
  _ nodes: [TemplateNode], scopes: [SourcePosition], lineOffset: Int,
  mistakes: inout TemplateMistakes
) -> [PlacedQuery] {
  var definitions: [PlacedQuery] = []
  for node in nodes {
    switch node {
    case .question: break
    case .block(let block):
      if let query = queryDefinition(block, lineOffset: lineOffset, mistakes: &mistakes) {
        definitions.append(PlacedQuery(definition: query, scopes: scopes))
      }
    case .container(let container, let position, let inner):
      definitions += queryDefinitions(
        inner, scopes: container.isScope ? scopes + [position] : scopes, lineOffset: lineOffset,
        mistakes: &mistakes)
    }
  }
  return definitions
}

private func queryDefinition(
  _ block: MarkdownBlock, lineOffset: Int, mistakes: inout TemplateMistakes
) -> QueryDefinition? {
  guard let fence = block.fence, case .code(let info, _, true) = block.kind else { return nil }
  let position = SourcePosition(line: block.firstLine + lineOffset, column: 1)
  let last = trimmed(mistakes.file.line(block.lastLine + lineOffset))
  if block.lastLine == block.firstLine || !(last.hasPrefix("```") || last.hasPrefix("~~~")) {
    mistakes.report(.unfinishedFence, at: position)
    return nil
  }
  guard fence == .sql else { return nil }
  guard let name = info.split(whereSeparator: \.isWhitespace).dropFirst().first else {
    mistakes.report(.unnamedFence("sql"), at: position)
    return nil
  }
  return QueryDefinition(
    name: String(name), sql: fenceText(of: block, in: mistakes.file, lineOffset: lineOffset),
    position: position)
}
