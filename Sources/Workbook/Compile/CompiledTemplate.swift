import SourceText

/// A page, or the pages of a `for-each`, ready to be filled with rows.
struct CompiledTemplate: Hashable, Sendable {
  struct Labelled: Hashable, Sendable {
    let label: String
    let text: TextTemplate
  }

  struct Breadcrumb: Hashable, Sendable {
    let label: TextTemplate
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
  /// The toggles that each query binds.
  let togglesByQuery: [String: Set<String>]
  /// The columns of each query that steps show as money.
  let moneyColumnsByQuery: [String: Set<String>]

  init(
    file: SourceFile, title: TextTemplate, heading: [Fragment], lead: TextTemplate?,
    facts: [Labelled], breadcrumbs: [Breadcrumb], navigation: String?, order: Int,
    section: String?, source: PageSource, queries: [CompiledQuery], blocks: [CompiledBlock]
  ) {
    self.file = file
    self.title = title
    self.heading = heading
    self.lead = lead
    self.facts = facts
    self.breadcrumbs = breadcrumbs
    self.navigation = navigation
    self.order = order
    self.section = section
    self.source = source
    self.queries = queries
    self.blocks = blocks
    togglesByQuery = Dictionary(
      queries.map { ($0.name, $0.toggles) }, uniquingKeysWith: { first, _ in first })
    moneyColumnsByQuery = blocks.flatMap(\.steps).reduce(into: [:]) { columns, step in
      columns[step.query, default: []].formUnion(step.moneyColumns.map(\.name))
    }
  }
}

/// Which pages a template makes.
enum PageSource: Hashable, Sendable {
  case single(PagePath)
  /// One page a row: `folder/<slug>/index.html`, a folder deeper for each further key.
  case forEach(PageRows)
}

/// The rows that pages are made from.
struct PageRows: Hashable, Sendable {
  let folder: String
  /// What the row is called in values.
  let name: String
  let query: CompiledQuery
  /// The columns that tell the pages apart, with the parameter that each is bound as.
  let keys: [PageKey]
}

struct PageKey: Hashable, Sendable {
  let column: String
  let parameter: String
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
  /// The radio buttons of toggles.
  case toggles([Toggle])
  /// The same content for different choices, of which one is shown.
  case variants([Variant])
  case tabs(TabsBlock)
  /// Side by side, two or three in a line.
  case columns(Int, cells: [[CompiledBlock]])
  case group(TextTemplate, [CompiledBlock])
}

/// What is shown while some toggles stand at certain choices.
struct Variant: Hashable, Sendable {
  let choices: [ToggleChoice]
  let blocks: [CompiledBlock]
}

/// Panels of which one is shown.
struct TabsBlock: Hashable, Sendable {
  struct Panel: Hashable, Sendable {
    let choice: ToggleChoice
    let blocks: [CompiledBlock]
  }

  let toggle: Toggle
  /// Tabs of one name switch together, by the control above the first of them.
  let showsControl: Bool
  let panels: [Panel]
}

/// A fence that shows a query's rows.
struct CompiledStep: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case tiles([TileDefinition])
    case grid(GridDefinition)
    case chart(ChartDefinition)
    case download(DownloadDefinition)
    case callout(CalloutDefinition)
    case links(LinksDefinition)
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
    case .grid(let grid):
      grid.columns.filter { $0.format?.isMoney == true }
        .flatMap { [$0.column, $0.budget].compactMap { $0 } }
    case .chart(let chart): chart.moneyColumns
    case .download, .callout, .links: []
    }
  }
}
