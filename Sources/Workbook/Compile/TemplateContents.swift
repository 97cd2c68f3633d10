import SourceText

/// A query as a page reads it: with the choices of the toggles that it binds.
struct QueryRun: Hashable, Sendable {
  let query: String
  /// The choice's value by toggle.
  let choices: [String: String]
}

extension CompiledTemplate {
  /// Every link that is written in the template itself.
  var links: [LinkTarget] {
    breadcrumbs.map(\.target) + heading.flatMap(\.links) + blocks.flatMap(\.links)
  }

  /// What has to be read for the page, each once.
  var queryRuns: [(run: QueryRun, query: CompiledQuery)] {
    let texts = [title] + [lead].compactMap { $0 } + facts.map(\.text) + breadcrumbs.map(\.label)
    let expressions =
      texts.flatMap(\.expressions) + heading.flatMap(\.expressions)
      + breadcrumbs.flatMap(\.target.template.expressions)
    var collector = RunCollector(queries: queries)
    collector.add(expressions.flatMap(\.queries), [:])
    collector.add(blocks, [:])
    return collector.runs
  }

  /// What has to be read for the page's title alone.
  var titleRuns: [(run: QueryRun, query: CompiledQuery)] {
    var collector = RunCollector(queries: queries)
    collector.add(title.expressions.flatMap(\.queries), [:])
    return collector.runs
  }

  func run(of query: String, choices: [String: String]) -> QueryRun {
    let toggles = togglesByQuery[query] ?? []
    return QueryRun(
      query: query, choices: toggles.isEmpty ? [:] : choices.filter { toggles.contains($0.key) })
  }
}

private struct RunCollector {
  let queries: [CompiledQuery]
  private(set) var runs: [(run: QueryRun, query: CompiledQuery)] = []
  private var known: Set<QueryRun> = []

  init(queries: [CompiledQuery]) {
    self.queries = queries
  }

  mutating func add(_ names: [String], _ choices: [String: String]) {
    for name in names {
      guard let query = queries.first(where: { $0.name == name }) else { continue }
      let run = QueryRun(query: name, choices: choices.filter { query.toggles.contains($0.key) })
      if known.insert(run).inserted { runs.append((run, query)) }
    }
  }

  mutating func add(_ blocks: [CompiledBlock], _ choices: [String: String]) {
    for block in blocks {
      switch block {
      case .question(let text): add(text.expressions.flatMap(\.queries), choices)
      case .section(_, let fragments), .markdown(let fragments), .note(let fragments):
        add(fragments.flatMap(\.expressions).flatMap(\.queries), choices)
      case .step(let step):
        add([step.query] + step.kind.expressions.flatMap(\.queries), choices)
      case .when(let condition, let inner):
        add(condition.queries, choices)
        add(inner, choices)
      case .toggles: break
      case .variants(let variants):
        for variant in variants { add(variant.blocks, deciding(variant.choices, in: choices)) }
      case .tabs(let tabs):
        for panel in tabs.panels { add(panel.blocks, choices) }
      case .columns(_, let cells):
        for cell in cells { add(cell, choices) }
      case .group(let label, let inner):
        add(label.expressions.flatMap(\.queries), choices)
        add(inner, choices)
      }
    }
  }
}

/// Choices by toggle, with some more.
func deciding(_ more: [ToggleChoice], in choices: [String: String]) -> [String: String] {
  more.reduce(into: choices) { $0[$1.toggle.name] = $1.choice.value }
}

extension TextTemplate {
  /// nil where a value is in it.
  var literalText: String? {
    expressions.isEmpty
      ? pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined() : nil
  }
}

extension Fragment {
  fileprivate var links: [LinkTarget] {
    if case .link(let target, let content) = self {
      [target] + content.flatMap(\.links)
    } else {
      []
    }
  }
}

extension ValueExpression {
  fileprivate var queries: [String] {
    var paths = [path]
    if case .path(let other) = fallback { paths.append(other) }
    return paths.compactMap { if case .query(let name, _) = $0 { name } else { nil } }
  }
}

extension CompiledBlock {
  /// The blocks directly inside, of all variants.
  private var inner: [CompiledBlock] {
    switch self {
    case .question, .section, .markdown, .note, .step, .toggles: []
    case .when(_, let blocks), .group(_, let blocks): blocks
    case .variants(let variants): variants.flatMap(\.blocks)
    case .tabs(let tabs): tabs.panels.flatMap(\.blocks)
    case .columns(_, let cells): cells.flatMap { $0 }
    }
  }

  fileprivate var links: [LinkTarget] {
    switch self {
    case .section(_, let fragments), .markdown(let fragments), .note(let fragments):
      fragments.flatMap(\.links)
    case .step(let step):
      if case .callout(let callout) = step.kind { [callout.link].compactMap { $0 } } else { [] }
    default: inner.flatMap(\.links)
    }
  }

  var steps: [CompiledStep] {
    if case .step(let step) = self { [step] } else { inner.flatMap(\.steps) }
  }
}

extension CompiledStep.Kind {
  fileprivate var expressions: [ValueExpression] {
    switch self {
    case .tiles(let tiles):
      tiles.flatMap { [$0.label, $0.detail, $0.unknown].compactMap { $0 } }
        .flatMap(\.expressions)
    case .grid(let grid):
      ([grid.title, grid.subtitle, grid.totalLabel, grid.emptyText] + grid.columns.map(\.label))
        .compactMap { $0 }.flatMap(\.expressions)
    case .chart(let chart):
      [chart.title, chart.subtitle, chart.summary].compactMap { $0 }.flatMap(\.expressions)
    case .download(let download): download.title.expressions
    case .callout(let callout):
      [callout.word, callout.text, callout.linkText, callout.link?.template].compactMap { $0 }
        .flatMap(\.expressions)
    case .links(let links):
      [links.title, links.emptyText].compactMap { $0 }.flatMap(\.expressions)
    }
  }
}
