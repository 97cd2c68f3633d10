/// What one page holds, as far as the rules are concerned; read in one pass.
struct PageInspection {
  private(set) var ids: Set<String> = []
  /// Values of `href` and `src`, each once, in page order.
  private(set) var links: [String] = []
  private(set) var charts: [ChartInspection] = []
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
  private var silent: [(element: String, id: String)] = []
  private var emptyIDs: Set<String> = []

  init(_ bytes: [UInt8]) {
    var scanner = HTMLScanner(bytes)
    while let token = scanner.next() {
      switch token {
      case .startTag(let element): open(Tag(element, scanner))
      case .endTag(let element): close(element)
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
    switch tag.element {
    case "h1": headings += 1
    case "p": isInParagraph = frameDepth == 0 || tag.has(class: "lead")
    case "header", "nav", "footer": frameDepth += 1
    case "style": rules.append(.styleElement)
    case "script": if tag["src"] == nil { rules.append(.inlineScript) }
    case "figure":
      if chartDepth > 0 || tag.has(class: "chart") { chartDepth += 1 }
      if chartDepth == 1 {
        charts.append(ChartInspection(name: tag["id"] ?? "\(charts.count + 1)"))
      }
    case "svg" where chartDepth > 0:
      charts[charts.count - 1].addDrawing(
        role: tag["role"], labelledBy: tag["aria-labelledby"],
        describedBy: tag["aria-describedby"])
    case "table" where chartDepth > 0: charts[charts.count - 1].hasTable = true
    case "a" where chartDepth > 0:
      if tag["href"]?.hasSuffix(".csv") == true { charts[charts.count - 1].hasCSV = true }
    default: break
    }
  }

  private mutating func close(_ element: String) {
    switch element {
    case "p": isInParagraph = false
    case "header", "nav", "footer": frameDepth = max(0, frameDepth - 1)
    case "figure": chartDepth = max(0, chartDepth - 1)
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
      switch attribute.name {
      case "id":
        let id = tag.text(attribute)
        if !ids.insert(id).inserted { rules.append(.repeatedID(id)) }
        silent.append((tag.element, id))
      case "href", "src", "xlink:href":
        let link = tag.text(attribute)
        if knownLinks.insert(link).inserted { links.append(link) }
      case "aria-labelledby", "aria-describedby", "for", "headers":
        for id in Publishing.ids(in: tag.text(attribute)) {
          references.append((attribute.name, id))
        }
      case "style": rules.append(.styleAttribute(element: tag.element))
      case let name where name.hasPrefix("on"): rules.append(.eventHandler(attribute: name))
      default: break
      }
    }
  }
}

/// A start tag with its attributes.
private struct Tag {
  let element: String
  let attributes: [HTMLAttribute]
  private let bytes: [UInt8]

  init(_ element: String, _ scanner: HTMLScanner) {
    self.element = element
    attributes = scanner.attributes
    bytes = scanner.bytes
  }

  subscript(name: String) -> String? {
    attributes.first { $0.name == name }.map(text)
  }

  func text(_ attribute: HTMLAttribute) -> String { decodingEntities(bytes[attribute.value]) }

  func has(class name: String) -> Bool {
    guard let classes = self["class"] else { return false }
    return classes.split(whereSeparator: \.isWhitespace).contains { $0 == name }
  }
}
