import SourceText
import Tables

extension StepRows {
  /// The content of one cell of a grid: its colour mark, status, text as a link, second line.
  func writeContent(
    of cell: Cell, in row: [Cell], _ column: GridColumn, to html: inout HTMLBuffer
  ) throws(Diagnostic) {
    if let swatch = column.swatch, let slot = try row[index(of: swatch)].integer,
      (0...3).contains(slot)
    {
      html.append(markup: "<span class=\"swatch swatch-\(slot + 1)\"></span>")
    }
    if let status = column.status,
      let icon = try row[index(of: status)].text.flatMap(StatusIcon.init)
    {
      html.append(markup: icon.markup + " ")
    }
    let text = try scope.text(cell, as: column.format ?? .text, at: column.column.position)
    if column.isCode { html.append(markup: "<code>") }
    html.append(link: text, to: try reference(of: column, in: row))
    if column.isCode { html.append(markup: "</code>") }
    if let detail = column.detail {
      let cell = row[try index(of: detail)]
      if !cell.isNull, cell != .text("") {
        html.append(markup: "<span class=\"detail\">")
        html.append(text: try scope.text(cell, as: .text, at: detail.position))
        html.append(markup: "</span>")
      }
    }
  }

  /// nil without a link, and where the row leads to no page.
  private func reference(
    of column: GridColumn, in row: [Cell]
  ) throws(Diagnostic) -> String? {
    guard let link = column.link else { return nil }
    return try RowLink(pieces: link, position: column.linkPosition).reference(row, self)
  }
}
