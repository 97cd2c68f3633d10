import SourceText
import Tables

/// A step filled with its query's rows.
struct StepDrawing {
  let html: HTMLBuffer
  /// Beside the page; nil for what is no table of numbers.
  let csv: (name: String, bytes: [UInt8])?

  init(_ step: CompiledStep, scope: PageScope) throws(Diagnostic) {
    let rows = StepRows(step, scope: scope)
    try rows.checkUnpriced()
    try rows.checkLength()
    switch step.kind {
    case .tiles(let tiles):
      html = try tilesHTML(tiles, rows)
      csv = nil
    case .grid(let grid):
      html = try gridHTML(grid, rows)
      csv = rows.csv
    case .chart(let chart):
      html = try chartHTML(chart, rows)
      csv = rows.csv
    case .download(let download):
      html = try downloadHTML(download, rows)
      csv = rows.csv
    case .callout(let callout):
      html = try calloutHTML(callout, rows)
      csv = nil
    case .links(let links):
      html = try linksHTML(links, rows)
      csv = nil
    }
  }
}
