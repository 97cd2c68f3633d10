/// What was found inside one `figure.chart`.
struct ChartInspection {
  /// The figure's id, or its place on the page.
  let name: String
  var images = 0
  var hasTable = false
  var hasCSV = false
  var describingIDs: [String] = []
  private(set) var unnamedImages: [PageRule] = []

  init(name: String) {
    self.name = name
  }

  /// Drawings hidden from assistive technology are decoration and need no name.
  mutating func addDrawing(role: String?, labelledBy: String?, describedBy: String?) {
    guard role == "img" else { return }
    images += 1
    if labelledBy?.isEmpty ?? true {
      unnamedImages.append(.chartImageWithoutName(chart: name, attribute: "aria-labelledby"))
    }
    if describedBy?.isEmpty ?? true {
      unnamedImages.append(.chartImageWithoutName(chart: name, attribute: "aria-describedby"))
    }
    describingIDs += ids(in: describedBy ?? "")
  }

  /// - Parameter emptyIDs: Elements of the page without any text.
  func brokenRules(emptyIDs: Set<String>) -> [PageRule] {
    var rules = unnamedImages
    if images == 0 { rules.append(.chartWithoutImage(chart: name)) }
    for id in describingIDs where emptyIDs.contains(id) {
      rules.append(.chartWithoutSummaryText(chart: name, id: id))
    }
    if !hasTable { rules.append(.chartWithoutTable(chart: name)) }
    if !hasCSV { rules.append(.chartWithoutCSV(chart: name)) }
    return rules
  }
}

/// The ids of a space-separated attribute value.
func ids(in value: String) -> [String] {
  value.utf8.split(whereSeparator: isSpace).map { String(Substring($0)) }
}
