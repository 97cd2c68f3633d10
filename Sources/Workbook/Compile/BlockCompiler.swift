import SourceText

/// Turns the blocks of a template's body into sections, steps, notes and text.
struct BlockCompiler {
  var markdown: MarkdownCompiler
  private(set) var heading: [Fragment]?
  private var sectionCount = 0
  private var stepCounts: [String: Int] = [:]

  init(markdown: MarkdownCompiler) {
    self.markdown = markdown
  }

  mutating func blocks(_ parsed: [MarkdownBlock]) -> [CompiledBlock] {
    // The last entry is the innermost 'when' that is open; the first one is the page.
    var open: [(condition: ValueExpression?, position: SourcePosition, blocks: [CompiledBlock])] = [
      (nil, SourcePosition(line: 1, column: 1), [])
    ]
    for block in parsed {
      guard case .html(let html) = block.kind, let comments = comments(of: html) else {
        open[open.count - 1].blocks += compiled(block)
        continue
      }
      for comment in comments {
        switch structure(comment, in: block) {
        case .when(let path):
          open.append((condition(path, in: block), markdown.position(of: block), []))
        case .endWhen where open.count > 1:
          let closed = open.removeLast()
          if let condition = closed.condition {
            open[open.count - 1].blocks.append(.when(condition, closed.blocks))
          }
        case .endWhen:
          markdown.mistakes.report(.strayEnd("when"), at: markdown.position(of: block))
        case .question(let text):
          let question = TextTemplate(
            markdown.marked.pieces(of: text), names: markdown.names, mistakes: &markdown.mistakes)
          open[open.count - 1].blocks.append(.question(question))
        case .remark:
          break
        }
      }
    }
    for unfinished in open.dropFirst() {
      markdown.mistakes.report(.unfinishedWhen, at: unfinished.position)
    }
    return open.flatMap(\.blocks)
  }

  private mutating func structure(_ comment: String, in block: MarkdownBlock) -> StructureComment {
    do throws(TemplateError) {
      return try StructureComment(comment)
    } catch {
      markdown.mistakes.report(error, at: markdown.position(of: block))
      return .remark
    }
  }

  private mutating func condition(_ path: String, in block: MarkdownBlock) -> ValueExpression? {
    let position = markdown.position(of: block)
    do throws(TemplateError) {
      return try markdown.names.expression(ValueMark(text: path, position: position))
    } catch {
      markdown.mistakes.report(error, at: position)
      return nil
    }
  }

  private mutating func compiled(_ block: MarkdownBlock) -> [CompiledBlock] {
    switch block.kind {
    case .heading(1, let content):
      if heading != nil {
        markdown.mistakes.report(.secondPageName, at: markdown.position(of: block))
      }
      heading = markdown.inlines(content, in: block)
      return []
    case .heading(2, let content):
      sectionCount += 1
      return [
        .section(id: "s\(sectionCount)", headline: markdown.inlines(content, in: block))
      ]
    case .quotation(let content):
      return [.note(markdown.fragments(content))]
    case .code(let info, _, true):
      let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let fence = words.first.flatMap(TemplateFence.init) else {
        reportMistypedStep(words, block)
        return [.markdown(markdown.fragments(block))]
      }
      guard fence != .sql else { return [] }
      return step(fence, query: words.dropFirst().first, block).map { [.step($0)] } ?? []
    default:
      return [.markdown(markdown.fragments(block))]
    }
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

  private mutating func step(
    _ fence: TemplateFence, query: String?, _ block: MarkdownBlock
  ) -> CompiledStep? {
    let position = markdown.position(of: block)
    guard let query else {
      markdown.mistakes.report(.unnamedFence(fence.rawValue), at: position)
      return nil
    }
    if !markdown.names.queries.contains(query) {
      markdown.mistakes.report(
        .unknownQuery(query, known: markdown.names.queries),
        at: SourcePosition(line: position.line, column: fence.rawValue.count + 5))
    }
    stepCounts[query, default: 0] += 1
    let count = stepCounts[query, default: 1]
    return stepKind(fence, block).map {
      CompiledStep(
        id: count == 1 ? query : "\(query)-\(count)", query: query, position: position, kind: $0)
    }
  }

  private mutating func stepKind(
    _ fence: TemplateFence, _ block: MarkdownBlock
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
          gridDefinition(body, at: position, names: names, mistakes: &markdown.mistakes))
      case .chart:
        return chartDefinition(body, at: position, names: names, mistakes: &markdown.mistakes)
          .map { .chart($0) }
      case .download:
        return downloadDefinition(body, at: position, names: names, mistakes: &markdown.mistakes)
          .map { .download($0) }
      case .sql:
        return nil
      }
    } catch {
      markdown.mistakes.add(error.all)
      return nil
    }
  }
}

/// The lines between a block's fences, as the file has them.
func fenceText(of block: MarkdownBlock, in file: SourceFile, lineOffset: Int) -> String {
  guard block.firstLine + 1 < block.lastLine else { return "" }
  return (block.firstLine + 1..<block.lastLine).map { file.line($0 + lineOffset) + "\n" }.joined()
}
