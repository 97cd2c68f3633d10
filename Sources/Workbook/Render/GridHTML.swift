import Analysis
import Charts
import SourceText
import Tables

/// A grid as a figure with a table.
func gridHTML(_ grid: GridDefinition, _ step: StepRows) throws(Diagnostic) -> HTMLBuffer {
  let content = try GridContent(grid, step)
  let title = try grid.title.map { template throws(Diagnostic) in try step.scope.text(template) }
  var html = HTMLBuffer()
  html.append(markup: "<figure class=\"table\" id=\"\(step.step.id)\">\n")
  if let title {
    let subtitle = try grid.subtitle.map { template throws(Diagnostic) in
      try step.scope.text(template)
    }
    html.append(markup: "<figcaption>")
    html.append(figureTitle: title, subtitle: subtitle)
    html.append(markup: "</figcaption>\n")
  }
  if content.rows.isEmpty {
    html.append(markup: "<p class=\"empty\">")
    html.append(text: try step.scope.text(grid.emptyText))
    html.append(markup: "</p>\n")
  } else {
    html.append(markup: scrollOpening(label: title ?? label(of: step.step.id)))
    let filter = grid.filterCell.map { " data-filter=\"\($0)\"" } ?? ""
    html.append(markup: "<table class=\"grid\"\(filter)>\n")
    try GridTable(grid: grid, content: content, step: step).write(to: &html)
    html.append(markup: "</table></div>\n")
  }
  html.append(markup: try step.unpricedHTML())
  html.append(markup: step.downloadHTML)
  html.append(markup: "</figure>\n")
  return html
}

extension GridDefinition {
  /// Which cell of a row readers can choose texts of, counted from 0.
  fileprivate var filterCell: Int? {
    guard let filter, let position = columns.firstIndex(where: { $0.column.name == filter.name })
    else { return nil }
    let before = columns[..<position].reduce(0) { count, column in
      count + 1 + (column.hasBar ? 1 : 0) + (column.hasDifferenceBar ? 1 : 0)
        + (column.budget == nil ? 0 : 1)
    }
    return before + (columns[position].hasDifferenceBar ? 1 : 0)
  }
}

extension HTMLBuffer {
  mutating func append(figureTitle title: String, subtitle: String?) {
    append(markup: "<span class=\"figure-title\">")
    append(text: title)
    append(markup: "</span>")
    if let subtitle, !subtitle.isEmpty {
      append(markup: " <span class=\"figure-subtitle\">")
      append(text: subtitle)
      append(markup: "</span>")
    }
  }
}
