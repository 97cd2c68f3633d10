import SourceText

extension CompiledTemplate {
  /// Every link that is written in the template itself.
  var links: [LinkTarget] {
    breadcrumbs.map(\.target) + heading.flatMap(\.links) + blocks.flatMap(\.links)
  }

  /// The queries whose rows the page shows or mentions.
  var queriesToRun: [CompiledQuery] {
    let names = queriesInUse
    return queries.filter { names.contains($0.name) }
  }

  var steps: [CompiledStep] { blocks.flatMap(\.steps) }

  private var queriesInUse: Set<String> {
    let texts = [title] + [lead].compactMap { $0 } + facts.map(\.text)
    let expressions =
      texts.flatMap(\.expressions) + heading.flatMap(\.expressions)
      + breadcrumbs.flatMap(\.target.template.expressions) + blocks.flatMap(\.expressions)
    return Set(expressions.flatMap(\.queries)).union(steps.map(\.query))
  }
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
  fileprivate var links: [LinkTarget] {
    switch self {
    case .section(_, let fragments), .markdown(let fragments), .note(let fragments):
      fragments.flatMap(\.links)
    case .when(_, let blocks): blocks.flatMap(\.links)
    case .step, .question: []
    }
  }

  fileprivate var steps: [CompiledStep] {
    switch self {
    case .step(let step): [step]
    case .when(_, let blocks): blocks.flatMap(\.steps)
    case .question, .section, .markdown, .note: []
    }
  }

  fileprivate var expressions: [ValueExpression] {
    switch self {
    case .question(let question): question.expressions
    case .section(_, let fragments), .markdown(let fragments), .note(let fragments):
      fragments.flatMap(\.expressions)
    case .when(let condition, let blocks): [condition] + blocks.flatMap(\.expressions)
    case .step(let step): step.kind.expressions
    }
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
    }
  }
}
