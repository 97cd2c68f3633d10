/// What one page holds, as far as the rules are concerned; read in one pass.
struct PageInspection {
  private(set) var ids: Set<String> = []
  /// Values of `href` and `src`, each once, in page order.
  private(set) var links: [String] = []
  private(set) var charts: [ChartInspection] = []
  private let known = KnownHTMLNames()
  private var rules: [PageRule] = []
  private var knownLinks: Set<String> = []
  private var references: [(attribute: String, id: String)] = []
  private var headings = 0
  private var hasSentence = false
  private var isInParagraph = false
  /// Depth inside header, nav and footer, whose text is the same on every page.
  private var frameDepth = 0
  /// Depth of figures inside the chart that is open, itself included; 0 outside charts.
  private var chartDepth = 0
  /// Elements with an id that have shown no text yet, innermost last.
  private var silent: [(element: HTMLName.Key, id: String)] = []
  private var emptyIDs: Set<String> = []

  init(_ bytes: [UInt8]) {
    var scanner = HTMLScanner(bytes, known: known)
    while let token = scanner.next() {
      switch token {
      case .startTag(let element): open(Tag(element, scanner))
      case .endTag(let element): close(element.key)
      case .text(let range): read(bytes[range])
      }
    }
    emptyIDs.formUnion(silent.map(\.id))
  }

  /// Everything the page breaks by itself, each rule once, in page order.
  var brokenRules: [PageRule] {
    var all = rules
    for (attribute, id) in references where !ids.contains(id) {
      all.append(.unknownID(attribute: attribute, id: id))
    }
    for chart in charts { all += chart.brokenRules(emptyIDs: emptyIDs) }
    if headings == 0 { all.append(.noHeading) }
    if headings > 1 { all.append(.severalHeadings(headings)) }
    if !hasSentence { all.append(.noSentence) }
    var seen: Set<PageRule> = []
    return all.filter { seen.insert($0).inserted }
  }

  private mutating func open(_ tag: Tag) {
    noteAttributes(of: tag)
    switch tag.element.key {
    case known.h1: headings += 1
    case known.paragraph: isInParagraph = frameDepth == 0 || tag.has(class: "lead", known)
    case known.header, known.nav, known.footer: frameDepth += 1
    case known.style: rules.append(.styleElement)
    case known.script: if tag[known.source] == nil { rules.append(.inlineScript) }
    case known.figure:
      if chartDepth > 0 || tag.has(class: "chart", known) { chartDepth += 1 }
      if chartDepth == 1 {
        charts.append(ChartInspection(name: tag[known.id] ?? "\(charts.count + 1)"))
      }
    case known.svg where chartDepth > 0:
      charts[charts.count - 1].addDrawing(
        role: tag[known.role], labelledBy: tag[known.labelledBy],
        describedBy: tag[known.describedBy])
    case known.table where chartDepth > 0: charts[charts.count - 1].hasTable = true
    case known.a where chartDepth > 0:
      if tag[known.href]?.hasSuffix(".csv") == true { charts[charts.count - 1].hasCSV = true }
    default: break
    }
  }

  private mutating func close(_ element: HTMLName.Key) {
    switch element {
    case known.paragraph: isInParagraph = false
    case known.header, known.nav, known.footer: frameDepth = max(0, frameDepth - 1)
    case known.figure: chartDepth = max(0, chartDepth - 1)
    default: break
    }
    if let last = silent.last, last.element == element {
      emptyIDs.insert(last.id)
      silent.removeLast()
    }
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    guard isInParagraph || !silent.isEmpty, !text.allSatisfy(isSpace) else { return }
    if isInParagraph { hasSentence = true }
    silent.removeAll(keepingCapacity: true)
  }

  private mutating func noteAttributes(of tag: Tag) {
    for attribute in tag.attributes {
      switch attribute.name.key {
      case known.classes: break
      case known.id:
        let id = tag.text(attribute)
        if !ids.insert(id).inserted { rules.append(.repeatedID(id)) }
        silent.append((tag.element.key, id))
      case known.href, known.source, known.xlinkHref:
        let link = tag.text(attribute)
        if knownLinks.insert(link).inserted { links.append(link) }
      case known.labelledBy, known.describedBy, known.forID, known.headers:
        for id in Publishing.ids(in: tag.text(attribute)) {
          references.append((tag.name(attribute.name), id))
        }
      case known.style: rules.append(.styleAttribute(element: tag.name(tag.element)))
      default:
        if tag.isEventHandler(attribute) {
          rules.append(.eventHandler(attribute: tag.name(attribute.name)))
        }
      }
    }
  }
}

/// A start tag with its attributes.
private struct Tag {
  let element: HTMLName
  private let scanner: HTMLScanner

  init(_ element: HTMLName, _ scanner: HTMLScanner) {
    self.element = element
    self.scanner = scanner
  }

  var attributes: [HTMLAttribute] { scanner.attributes }

  subscript(name: HTMLName.Key) -> String? {
    attributes.first { $0.name.has(name) }.map(text)
  }

  func text(_ attribute: HTMLAttribute) -> String {
    decodingEntities(scanner.bytes[attribute.value])
  }

  func name(_ name: HTMLName) -> String { scanner.text(of: name) }

  /// Whether the attribute's name begins with `on`.
  func isEventHandler(_ attribute: HTMLAttribute) -> Bool {
    let place = attribute.name.place
    return place.count >= 2 && scanner.bytes[place.lowerBound] | 0x20 == UInt8(ascii: "o")
      && scanner.bytes[place.lowerBound + 1] | 0x20 == UInt8(ascii: "n")
  }

  func has(class name: String, _ known: KnownHTMLNames) -> Bool {
    guard let classes = self[known.classes] else { return false }
    return classes.utf8.split(whereSeparator: isSpace).contains { $0.elementsEqual(name.utf8) }
  }
}
