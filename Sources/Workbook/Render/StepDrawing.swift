import SourceText
import Tables

/// A step filled with its query's rows.
struct StepDrawing {
  let html: HTMLBuffer
  /// The rows whose file stands beside the page; nil for what is no table of numbers.
  let downloadable: StepRows?

  init(_ step: CompiledStep, scope: PageScope) throws(Diagnostic) {
    let rows = StepRows(step, scope: scope)
    try rows.checkUnpriced()
    try rows.checkLength()
    switch step.kind {
    case .tiles(let tiles):
      html = try tilesHTML(tiles, rows)
      downloadable = nil
    case .grid(let grid):
      html = try gridHTML(grid, rows)
      downloadable = rows
    case .chart(let chart):
      html = try chartHTML(chart, rows)
      downloadable = rows
    case .download(let download):
      html = try downloadHTML(download, rows)
      downloadable = rows
    case .callout(let callout):
      html = try calloutHTML(callout, rows)
      downloadable = nil
    case .links(let links):
      html = try linksHTML(links, rows)
      downloadable = nil
    }
  }
}
