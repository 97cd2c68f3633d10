import SourceText

/// Turns parsed Markdown into literal HTML and places for values.
struct MarkdownCompiler {
  let marked: MarkedText
  var names: ValueNames
  /// Added to a line of the body to get the line of the file.
  let lineOffset: Int
  var mistakes: TemplateMistakes
  var ids = PageIDs()
  private var tableCount = 0
  /// The block in which a value that is never closed was reported last.
  private var unfinishedBlock: MarkdownBlock?

  init(marked: MarkedText, names: ValueNames, lineOffset: Int, mistakes: TemplateMistakes) {
    self.marked = marked
    self.names = names
    self.lineOffset = lineOffset
    self.mistakes = mistakes
  }

  func position(of block: MarkdownBlock) -> SourcePosition {
    SourcePosition(line: block.firstLine + lineOffset, column: 1)
  }

  mutating func fragments(_ blocks: [MarkdownBlock]) -> [Fragment] {
    blocks.flatMap { fragments($0) }
  }

  mutating func fragments(_ block: MarkdownBlock) -> [Fragment] {
    switch block.kind {
    case .paragraph(let content):
      return wrapped("<p>", inlines(content, in: block), "</p>\n")
    case .heading(let level, let content):
      let id = anchor(of: content, in: block).map { " id=\"\($0)\"" } ?? ""
      return wrapped("<h\(level)\(id)>", inlines(content, in: block), "</h\(level)>\n")
    case .list(let start, let isTight, let items):
      let opening = start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n"
      let content = items.flatMap { wrapped("<li>", item($0, isTight: isTight), "</li>\n") }
      return wrapped(opening, content, start == nil ? "</ul>\n" : "</ol>\n")
    case .quotation(let content):
      return wrapped("<blockquote>\n", fragments(content), "</blockquote>\n")
    case .table(let alignments, let rows):
      return table(alignments, rows, in: block)
    case .code(let info, let text, _):
      let fence = info.split(separator: " ").first.map(String.init) ?? ""
      if TemplateFence(rawValue: fence) != nil {
        mistakes.report(.nestedStep(fence), at: position(of: block))
      }
      return [
        .markup(
          "<pre tabindex=\"0\"><code>\(escapedHTML(marked.original(of: text)))</code></pre>\n")
      ]
    case .html(let text):
      reportHTML(text, in: block)
      return []
    case .thematicBreak:
      return [.markup("<hr>\n")]
    case .linkDefinition:
      mistakes.report(.linkDefinition, at: position(of: block))
      return []
    }
  }

  mutating func inlines(_ nodes: [MarkdownInline], in block: MarkdownBlock) -> [Fragment] {
    joined(nodes.flatMap { inline($0, in: block) })
  }

  private mutating func inline(_ node: MarkdownInline, in block: MarkdownBlock) -> [Fragment] {
    switch node {
    case .text(let text):
      return textFragments(text, in: block)
    case .code(let text):
      return wrapped("<code>", textFragments(text, in: block), "</code>")
    case .html(let text):
      reportHTML(text, in: block)
      return []
    case .softBreak: return [.markup("\n")]
    case .lineBreak: return [.markup("<br>\n")]
    case .emphasis(let content): return wrapped("<em>", inlines(content, in: block), "</em>")
    case .strong(let content):
      return wrapped("<strong>", inlines(content, in: block), "</strong>")
    case .struck(let content): return wrapped("<del>", inlines(content, in: block), "</del>")
    case .link(let target, let content):
      let template = TextTemplate(marked.pieces(of: target), names: names, mistakes: &mistakes)
      return [
        .link(
          LinkTarget(template: template, position: position(of: block)),
          inlines(content, in: block))
      ]
    case .image:
      mistakes.report(.image, at: position(of: block))
      return []
    }
  }

  private mutating func textFragments(_ text: String, in block: MarkdownBlock) -> [Fragment] {
    if text.contains("{{"), unfinishedBlock != block {
      unfinishedBlock = block
      mistakes.report(.unfinishedValue, at: unfinishedValue(in: block))
    }
    let template = TextTemplate(marked.pieces(of: text), names: names, mistakes: &mistakes)
    return template.pieces.map { piece in
      switch piece {
      case .text(let text): .markup(escapedHTML(text))
      case .value(let expression): .value(expression)
      }
    }
  }

  private func unfinishedValue(in block: MarkdownBlock) -> SourcePosition {
    for number in block.firstLine...max(block.firstLine, block.lastLine) {
      let line = mistakes.file.line(number + lineOffset)
      let closed = line.ranges(of: "}}").last?.upperBound ?? line.startIndex
      if let open = line[closed...].firstRange(of: "{{") {
        let column = line.distance(from: line.startIndex, to: open.lowerBound) + 1
        return SourcePosition(line: number + lineOffset, column: column)
      }
    }
    return position(of: block)
  }

  /// The id that links lead to, where the heading's words are the same on every page.
  private mutating func anchor(of content: [MarkdownInline], in block: MarkdownBlock) -> String? {
    let words = plainText(of: content)
    return MarkedText.isValue(in: words) ? nil : ids.heading(words, at: position(of: block))
  }

  /// Comments that are only for authors may stand anywhere; those that mean something may not.
  private mutating func reportHTML(_ html: String, in block: MarkdownBlock) {
    do throws(TemplateError) {
      for comment in try comments(of: html) {
        if let word = try StructureComment(comment, in: marked).word {
          throw .misplacedStructure(word)
        }
      }
    } catch {
      mistakes.report(error, at: position(of: block))
    }
  }

  private mutating func item(_ blocks: [MarkdownBlock], isTight: Bool) -> [Fragment] {
    blocks.flatMap { block -> [Fragment] in
      if isTight, case .paragraph(let content) = block.kind { return inlines(content, in: block) }
      return fragments(block)
    }
  }

  private mutating func table(
    _ alignments: [MarkdownAlignment], _ rows: [[[MarkdownInline]]], in block: MarkdownBlock
  ) -> [Fragment] {
    tableCount += 1
    var content: [Fragment] = []
    for (index, row) in rows.enumerated() {
      let isHead = index == 0
      var cells: [Fragment] = []
      for (alignment, cell) in zip(alignments, row) {
        let isHeader = isHead && !cell.isEmpty
        let scope = isHeader ? " scope=\"col\"" : ""
        let number = alignment == .right ? " class=\"number\"" : ""
        let name = isHeader ? "th" : "td"
        cells += wrapped("<\(name)\(scope)\(number)>", inlines(cell, in: block), "</\(name)>")
      }
      content += wrapped(
        (isHead ? "<thead>\n" : index == 1 ? "<tbody>\n" : "") + "<tr>", cells,
        "</tr>\n" + (isHead ? "</thead>\n" : ""))
    }
    let label = "Table \(tableCount)"
    return wrapped(
      scrollOpening(label: label) + "<table class=\"grid\">\n", content,
      (rows.count > 1 ? "</tbody>\n" : "") + "</table></div>\n")
  }

  private func wrapped(_ opening: String, _ content: [Fragment], _ closing: String) -> [Fragment] {
    joined([.markup(opening)] + content + [.markup(closing)])
  }
}

/// The start tag around a table that may be wider than the screen.
func scrollOpening(label: String) -> String {
  "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(escapedHTML(label))\">"
}
