import SourceText

/// A page, or the pages of a `for-each`, ready to be filled with rows.
struct CompiledTemplate: Hashable, Sendable {
  struct Labelled: Hashable, Sendable {
    let label: String
    let text: TextTemplate
  }

  struct Breadcrumb: Hashable, Sendable {
    let label: String
    let target: LinkTarget
  }

  let file: SourceFile
  let title: TextTemplate
  /// The content of `h1`; the title where the template has no `#` heading.
  let heading: [Fragment]
  let lead: TextTemplate?
  let facts: [Labelled]
  let breadcrumbs: [Breadcrumb]
  let navigation: String?
  let order: Int
  let section: String?
  let source: PageSource
  /// In the order they are written.
  let queries: [CompiledQuery]
  let blocks: [CompiledBlock]
}

/// Which pages a template makes.
enum PageSource: Hashable, Sendable {
  case single(PagePath)
  /// One page a row: `folder/<slug>/index.html`; the row's `id` is bound as `:name`.
  case forEach(folder: String, name: String, query: CompiledQuery)
}

/// A part of a page's content, top to bottom.
indirect enum CompiledBlock: Hashable, Sendable {
  /// Asked beside the next section that is shown.
  case question(TextTemplate)
  /// A `##` heading; a new section begins.
  case section(id: String, headline: [Fragment])
  case markdown([Fragment])
  /// A margin note beside the blocks before it.
  case note([Fragment])
  case step(CompiledStep)
  /// Shown where the value is neither NULL, 0 nor empty.
  case when(ValueExpression, [CompiledBlock])
}

/// A fence that shows a query's rows.
struct CompiledStep: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case tiles([TileDefinition])
    case grid(GridDefinition)
    case chart(ChartDefinition)
    case download(DownloadDefinition)
  }

  /// Unique on the page.
  let id: String
  let query: String
  let position: SourcePosition
  let kind: Kind

  /// The columns that are shown as money.
  var moneyColumns: [ColumnName] {
    switch kind {
    case .tiles(let tiles): tiles.filter { $0.format.isMoney }.map(\.column)
    case .grid(let grid): grid.columns.filter { $0.format?.isMoney == true }.map(\.column)
    case .chart(let chart): chart.format.isMoney && chart.kind != .calendar ? [chart.y] : []
    case .download: []
    }
  }
}
