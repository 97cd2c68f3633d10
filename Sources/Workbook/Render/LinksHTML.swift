import SourceText
import Tables

/// A list of links, one per row.
func linksHTML(_ links: LinksDefinition, _ rows: StepRows) throws(Diagnostic) -> HTMLBuffer {
  let label = try rows.index(of: links.label)
  let detail = try links.detail.map { column throws(Diagnostic) in try rows.index(of: column) }
  var html = HTMLBuffer()
  if let title = links.title {
    html.append(markup: "<h3>")
    html.append(text: try rows.scope.text(title))
    html.append(markup: "</h3>\n")
  }
  guard !rows.table.rows.isEmpty else {
    guard let empty = links.emptyText else { return html }
    html.append(markup: "<p class=\"empty\">")
    html.append(text: try rows.scope.text(empty))
    html.append(markup: "</p>\n")
    return html
  }
  html.append(markup: "<ul class=\"links links-\(links.style.rawValue)\">\n")
  for row in rows.table.rows {
    let target = RowLink(pieces: links.link, position: links.linkPosition)
    html.append(markup: "<li>")
    html.append(
      link: try rows.scope.text(row[label], as: .text, at: links.label.position),
      to: try target.reference(row, rows))
    if let detail, !row[detail].isNull {
      html.append(markup: " <span class=\"detail\">")
      html.append(text: try rows.scope.text(row[detail], as: .text, at: links.label.position))
      html.append(markup: "</span>")
    }
    html.append(markup: "</li>\n")
  }
  html.append(markup: "</ul>\n")
  return html
}
