import SourceText
import Tables

/// Writes a page's sections, and collects the files beside it.
struct PageBody {
  private enum Place {
    case outside, blocks, notes
  }

  private(set) var scope: PageScope
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
    case .note(let fragments):
      openNotes()
      try scope.write(fragments, to: &buffer)
    case .when(let condition, let blocks):
      if try scope.holds(condition) { try write(blocks) }
    case .markdown(let fragments):
      openBlocks()
      try scope.write(fragments, to: &buffer)
    case .step(let step):
      openBlocks()
      let drawn = try StepDrawing(step, scope: scope)
      buffer.append(markup: drawn.html.bytes)
      if let rows = drawn.downloadable {
        let name = rows.csvName
        if files[name] == nil { files[name] = rows.csv() }
      }
    case .toggles(let toggles):
      openBlocks()
      buffer.append(markup: "<div class=\"toggles\">\n")
      for toggle in toggles { buffer.append(markup: toggleHTML(toggle).bytes) }
      buffer.append(markup: "</div>\n")
    case .variants(let variants):
      try write(variants)
    case .tabs(let tabs):
      try write(tabs)
    case .columns(let count, let cells):
      openBlocks()
      buffer.append(markup: "<div class=\"columns columns-\(count)\">\n")
      for cell in cells {
        buffer.append(markup: "<div class=\"column\">\n")
        try write(cell)
        buffer.append(markup: "</div>\n")
      }
      buffer.append(markup: "</div>\n")
    case .group(let label, let blocks):
      openBlocks()
      buffer.append(markup: "<div class=\"group\" role=\"group\" aria-label=\"")
      buffer.append(text: try scope.text(label))
      buffer.append(markup: "\">\n")
      try write(blocks)
      buffer.append(markup: "</div>\n")
    }
  }

  private mutating func write(_ variants: [Variant]) throws(Diagnostic) {
    openBlocks()
    let outside = scope.choices
    buffer.append(markup: "<div class=\"variants\">\n")
    for variant in variants {
      scope.choices = deciding(variant.choices, in: outside)
      buffer.append(markup: "<div class=\"variant\"\(variantAttributes(variant.choices))>\n")
      try write(variant.blocks)
      buffer.append(markup: "</div>\n")
    }
    buffer.append(markup: "</div>\n")
    scope.choices = outside
  }

  private mutating func write(_ tabs: TabsBlock) throws(Diagnostic) {
    openBlocks()
    if tabs.showsControl {
      buffer.append(markup: "<div class=\"toggles\">\n")
      buffer.append(markup: toggleHTML(tabs.toggle, isTabs: true).bytes)
      buffer.append(markup: "</div>\n")
    }
    buffer.append(markup: "<div class=\"variants\">\n")
    for panel in tabs.panels {
      let attributes = variantAttributes([panel.choice])
      buffer.append(markup: "<div class=\"variant panel\"\(attributes)>\n")
      buffer.append(markup: "<h3 class=\"panel-name\">")
      buffer.append(text: panel.choice.choice.label)
      buffer.append(markup: "</h3>\n")
      try write(panel.blocks)
      buffer.append(markup: "</div>\n")
    }
    buffer.append(markup: "</div>\n")
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
