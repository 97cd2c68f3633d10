import SourceText

extension BlockCompiler {
  /// - Parameter query: The name behind the fence's kind.
  mutating func step(
    _ fence: TemplateFence, query: String?, _ block: MarkdownBlock
  ) -> CompiledStep? {
    let position = markdown.position(of: block)
    guard let query else {
      markdown.mistakes.report(.unnamedFence(fence.rawValue), at: position)
      return nil
    }
    if let toggle = markdown.names.missingToggle(of: query) {
      markdown.mistakes.report(.toggleOutsideGroup(toggle, query: query), at: position)
      return nil
    }
    if !markdown.names.queries.contains(query) {
      markdown.mistakes.report(
        .unknownQuery(query, known: markdown.names.queries),
        at: SourcePosition(line: position.line, column: fence.rawValue.count + 5))
    }
    let choices = markdown.names.decided.values
    guard let id = markdown.ids.step(query: query, at: position, choices: choices) else {
      markdown.mistakes.report(.tooManySteps(limit: TemplateLimits.steps), at: nil)
      return nil
    }
    return stepKind(fence, query: query, block).map {
      CompiledStep(id: id, query: query, position: position, kind: $0)
    }
  }

  private mutating func stepKind(
    _ fence: TemplateFence, query: String, _ block: MarkdownBlock
  ) -> CompiledStep.Kind? {
    let position = markdown.position(of: block)
    let names = markdown.names
    do throws(Diagnostics) {
      let body = try parseYAML(
        fenceText(of: block, in: markdown.mistakes.file, lineOffset: markdown.lineOffset),
        in: markdown.mistakes.file, firstLine: position.line + 1)
      switch fence {
      case .tiles:
        return .tiles(
          tileDefinitions(body, at: position, names: names, mistakes: &markdown.mistakes))
      case .grid:
        return .grid(
          gridDefinition(
            body, at: position, names: names,
            filter: parameters.filters[query],
            mistakes: &markdown.mistakes))
      case .chart:
        return chartDefinition(body, at: position, names: names, mistakes: &markdown.mistakes)
          .map { .chart($0) }
      case .download:
        return downloadDefinition(body, at: position, names: names, mistakes: &markdown.mistakes)
          .map { .download($0) }
      case .callout:
        return calloutDefinition(body, at: position, names: names, mistakes: &markdown.mistakes)
          .map { .callout($0) }
      case .links:
        return linksDefinition(body, at: position, names: names, mistakes: &markdown.mistakes)
          .map { .links($0) }
      case .sql, .params:
        return nil
      }
    } catch {
      markdown.mistakes.add(error.all)
      return nil
    }
  }
}

extension MarkdownBlock {
  /// What the fence means; nil for other blocks and for code.
  var fence: TemplateFence? {
    guard case .code(let info, _, true) = kind else { return nil }
    return info.split(whereSeparator: \.isWhitespace).first.flatMap {
      TemplateFence(rawValue: String($0))
    }
  }
}

extension MarkdownCompiler {
  /// The lines of a block, as the file has them.
  func source(of block: MarkdownBlock) -> String {
    (block.firstLine...max(block.firstLine, block.lastLine))
      .map { mistakes.file.line($0 + lineOffset) }.joined(separator: "\n")
  }
}

/// The lines between a block's fences, as the file has them.
func fenceText(of block: MarkdownBlock, in file: SourceFile, lineOffset: Int) -> String {
  guard block.firstLine + 1 < block.lastLine else { return "" }
  return (block.firstLine + 1..<block.lastLine).map { file.line($0 + lineOffset) + "\n" }.joined()
}
