import SourceText
import Tables

/// A row of numbers; the query has exactly one row, none reads as NULL.
func tilesHTML(_ tiles: [TileDefinition], _ rows: StepRows) throws(Diagnostic) -> HTMLBuffer {
  guard rows.table.rows.count <= 1 else {
    throw Diagnostic(
      .rowCount(query: rows.step.query, found: rows.table.rows.count), in: rows.scope.file,
      at: rows.step.position)
  }
  var html = HTMLBuffer()
  html.append(markup: "<dl class=\"tiles\">\n")
  for tile in tiles {
    let index = try rows.index(of: tile.column)
    let cell = rows.table.rows.first?[index] ?? .null
    html.append(markup: "<div class=\"tile\"><dt>")
    html.append(text: try rows.scope.text(tile.label))
    html.append(markup: "</dt><dd class=\"tile-value\">")
    if cell.isNull, let unknown = tile.unknown {
      html.append(text: try rows.scope.text(unknown))
    } else {
      html.append(text: try rows.scope.text(cell, as: tile.format, at: tile.column.position))
    }
    html.append(markup: "</dd>")
    if let detail = tile.detail, try rows.scope.isKnown(detail) {
      html.append(markup: "<dd class=\"tile-detail\">")
      html.append(text: try rows.scope.text(detail))
      html.append(markup: "</dd>")
    }
    html.append(markup: "</div>\n")
  }
  html.append(markup: "</dl>\n")
  html.append(markup: try rows.unpricedHTML())
  return html
}
