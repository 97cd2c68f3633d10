import SourceText

/// The blocks of a template with the structure that its comments give them.
indirect enum TemplateNode: Hashable, Sendable {
  case block(MarkdownBlock)
  case question(String)
  case container(StructureComment.Container, SourcePosition, [TemplateNode])
}

/// Nests blocks into the containers that comments open and close.
func templateNodes(
  _ blocks: [MarkdownBlock], of marked: MarkedText, lineOffset: Int,
  mistakes: inout TemplateMistakes
) -> [TemplateNode] {
  var nesting = Nesting(mistakes: mistakes)
  for block in blocks {
    guard case .html(let html) = block.kind else {
      nesting.add(.block(block))
      continue
    }
    let position = SourcePosition(line: block.firstLine + lineOffset, column: 1)
    do throws(TemplateError) {
      for comment in try comments(of: html) {
        try nesting.add(try StructureComment(comment, in: marked), at: position)
      }
    } catch {
      mistakes.report(error, at: position)
    }
  }
  for unfinished in nesting.open {
    mistakes.report(
      .unfinishedContainer(unfinished.container.word), at: unfinished.position)
  }
  return nesting.finished
}

private struct Nesting {
  /// For the names of places.
  let mistakes: TemplateMistakes
  typealias Open = (
    container: StructureComment.Container, position: SourcePosition, nodes: [TemplateNode]
  )

  private static let depthLimit = 8

  private var page: [TemplateNode] = []
  /// The innermost one last.
  private(set) var open: [Open] = []
  /// How many are open that were refused.
  private var tooDeep = 0

  init(mistakes: TemplateMistakes) {
    self.mistakes = mistakes
  }

  mutating func add(_ node: TemplateNode) {
    if open.isEmpty { page.append(node) } else { open[open.count - 1].nodes.append(node) }
  }

  mutating func add(_ comment: StructureComment, at position: SourcePosition) throws(TemplateError)
  {
    switch comment {
    case .remark: break
    case .include: throw .misplacedStructure("include")
    case .question(let text): add(.question(text))
    case .open(let container):
      guard open.count < Self.depthLimit else {
        tooDeep += 1
        throw .tooDeep(limit: Self.depthLimit)
      }
      open.append((container, position, []))
    case .close where tooDeep > 0:
      tooDeep -= 1
    case .close(let word):
      guard let closed = open.popLast() else { throw .strayEnd(word) }
      guard closed.container.word == word else {
        open.append(closed)
        throw .wrongEnd(
          word, innermost: closed.container.word,
          opened: mistakes.place(closed.position.line, from: position.line))
      }
      add(.container(closed.container, closed.position, closed.nodes))
    }
  }

  /// What is open at the end is closed there, so that its own mistakes are found too.
  var finished: [TemplateNode] {
    open.reversed().reduce(into: [TemplateNode]()) { inner, unfinished in
      inner = [.container(unfinished.container, unfinished.position, unfinished.nodes + inner)]
    }.reduce(into: page) { $0.append($1) }
  }
}
