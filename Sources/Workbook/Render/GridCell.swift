import SourceText
import Tables

/// The content of one cell of a grid: its colour mark, status, text as a link, second line.
struct GridCell {
  let column: GridColumn
  let row: GridContent.Row
  let step: StepRows

  func write(_ cell: Cell, to html: inout HTMLBuffer) throws(Diagnostic) {
    if let swatch = column.swatch, let slot = try self.cell(swatch).integer, (0...3).contains(slot)
    {
      html.append(markup: "<span class=\"swatch swatch-\(slot + 1)\"></span>")
    }
    if let status = column.status, let icon = try self.cell(status).text.flatMap(StatusIcon.init) {
      html.append(markup: icon.markup + " ")
    }
    let text = try step.scope.text(
      cell, as: column.format ?? .text, at: column.column.position)
    if column.isCode { html.append(markup: "<code>") }
    html.append(link: text, to: try reference())
    if column.isCode { html.append(markup: "</code>") }
    if let detail = column.detail {
      let cell = try self.cell(detail)
      if !cell.isNull, cell != .text("") {
        html.append(markup: "<span class=\"detail\">")
        html.append(text: try step.scope.text(cell, as: .text, at: detail.position))
        html.append(markup: "</span>")
      }
    }
  }

  private func cell(_ column: ColumnName) throws(Diagnostic) -> Cell {
    row.cells[try step.index(of: column)]
  }

  /// nil without a link, and where the row leads to no page.
  private func reference() throws(Diagnostic) -> String? {
    guard let link = column.link else { return nil }
    return try RowLink(pieces: link, position: column.linkPosition).reference(row.cells, step)
  }
}
