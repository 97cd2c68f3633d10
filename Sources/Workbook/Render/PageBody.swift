import SourceText
import Tables

/// Writes a page's sections, and collects the files beside it.
struct PageBody {
  private enum Place {
    case outside, blocks, notes
  }

  let scope: PageScope
  private(set) var buffer = HTMLBuffer()
  private(set) var files: [String: [UInt8]] = [:]
  private var place = Place.outside
  private var sectionCount = 0
  private var questionCount = 0
  /// Waits for the section that it is asked beside.
  private var question: String?

  init(scope: PageScope) {
    self.scope = scope
  }

  mutating func write(_ blocks: [CompiledBlock]) throws(Diagnostic) {
    for block in blocks { try write(block) }
  }

  mutating func finish() {
    closeSection()
  }

  private mutating func write(_ block: CompiledBlock) throws(Diagnostic) {
    switch block {
    case .question(let text):
      question = try scope.text(text)
    case .section(let id, let headline):
      try openSection(id: id, headline: headline)
    case .markdown(let fragments):
      openBlocks()
      try scope.write(fragments, to: &buffer)
    case .note(let fragments):
      openNotes()
      try scope.write(fragments, to: &buffer)
    case .when(let condition, let blocks):
      if try scope.holds(condition) { try write(blocks) }
    case .step(let step):
      openBlocks()
      let drawn = try StepDrawing(step, scope: scope)
      buffer.append(markup: drawn.html.bytes)
      if let file = drawn.csv { files[file.name, default: file.bytes] = file.bytes }
    }
  }

  private mutating func openSection(id: String, headline: [Fragment]) throws(Diagnostic) {
    closeSection()
    sectionCount += 1
    buffer.append(markup: "<section class=\"section\" aria-labelledby=\"\(id)\">\n")
    if let question {
      questionCount += 1
      buffer.append(
        markup: "<p class=\"question\"><span class=\"numeral\">\(questionCount)</span> "
          + "<span class=\"asks\">")
      buffer.append(text: question)
      buffer.append(markup: "</span></p>\n")
    }
    question = nil
    openRow()
    let lead = sectionCount == 1 ? " lead-headline" : ""
    buffer.append(markup: "<h2 id=\"\(id)\" class=\"headline\(lead)\">")
    try scope.write(headline, to: &buffer)
    buffer.append(markup: "</h2>\n")
  }

  private mutating func openRow() {
    buffer.append(markup: "<div class=\"row\">\n<div class=\"blocks\">\n")
    place = .blocks
  }

  private mutating func openBlocks() {
    switch place {
    case .blocks:
      break
    case .notes:
      buffer.append(markup: "</div>\n</div>\n")
      openRow()
    case .outside:
      buffer.append(markup: "<section class=\"section\">\n")
      openRow()
    }
  }

  private mutating func openNotes() {
    if place == .outside { openBlocks() }
    if place == .blocks { buffer.append(markup: "</div>\n<div class=\"notes\">\n") }
    place = .notes
  }

  private mutating func closeSection() {
    if place != .outside { buffer.append(markup: "</div>\n</div>\n</section>\n") }
    place = .outside
  }
}
