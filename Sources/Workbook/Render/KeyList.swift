import Charts

/// The names under the drawing that has no room for them.
struct KeyList {
  enum Swatch: Hashable {
    case series(SeriesColour)
    /// What a line or column stands for that is no entity.
    case stroke(LineStroke)
    case budget

    fileprivate var className: String {
      switch self {
      case .series(.other): "swatch-other"
      case .series(let colour), .stroke(.entity(let colour)): "swatch-\(colour.rawValue + 1)"
      case .stroke(.now): "swatch-now"
      case .stroke(.before): "swatch-before"
      case .stroke(.forecast): "swatch-forecast"
      case .stroke(.neutral): "swatch-bar"
      case .budget: "swatch-budget"
      }
    }
  }

  /// From the top.
  var entries: [(swatch: Swatch, name: String, detail: String)] = []

  /// Empty without entries.
  var html: String {
    guard !entries.isEmpty else { return "" }
    var html = HTMLBuffer()
    html.append(markup: "<ul class=\"key\">\n")
    for entry in entries {
      html.append(
        markup: "<li><span class=\"swatch \(entry.swatch.className)\"></span>"
          + "<span class=\"key-name\">")
      html.append(text: entry.name)
      html.append(markup: "</span> <span class=\"key-detail\">")
      html.append(text: entry.detail)
      html.append(markup: "</span></li>\n")
    }
    html.append(markup: "</ul>\n")
    return html.text
  }
}
