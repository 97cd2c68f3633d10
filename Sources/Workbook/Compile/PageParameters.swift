import SourceText

/// The toggles and filters of one page, with the place in which each is known.
struct PageParameters: Hashable, Sendable {
  private struct Scoped: Hashable, Sendable {
    let toggle: Toggle
    /// Where the `group` or `when` begins in which it is known; nil on the whole page.
    let scope: SourcePosition?
  }

  private var scoped: [Scoped] = []
  /// The column that readers filter a query's grid by.
  private(set) var filters: [String: ColumnName] = [:]

  /// Reads the `params` fences and tabs of a page; names of queries and dates are taken.
  init(
    _ nodes: [TemplateNode], of marked: MarkedText, taken: [String], lineOffset: Int,
    mistakes: inout TemplateMistakes
  ) {
    var reading = Reading(
      taken: taken, marked: marked, lineOffset: lineOffset, mistakes: mistakes)
    reading.read(nodes, scope: nil)
    mistakes = reading.mistakes
    scoped = reading.scoped
    filters = reading.filters
  }

  /// - Parameter scopes: Those around the place, by where they begin.
  func toggles(in scopes: [SourcePosition]) -> [Toggle] {
    scoped.filter { $0.scope.map(scopes.contains) ?? true }.map(\.toggle)
  }

  /// The toggles that a `params` fence declares, where it stands.
  func toggles(declaredIn lines: ClosedRange<Int>) -> [Toggle] {
    scoped.map(\.toggle).filter { lines.contains($0.position.line) }
  }

  private struct Reading {
    let taken: [String]
    let marked: MarkedText
    let lineOffset: Int
    var mistakes: TemplateMistakes
    var scoped: [Scoped] = []
    var filters: [String: ColumnName] = [:]

    init(
      taken: [String], marked: MarkedText, lineOffset: Int, mistakes: TemplateMistakes
    ) {
      self.taken = taken
      self.marked = marked
      self.lineOffset = lineOffset
      self.mistakes = mistakes
    }

    mutating func read(_ nodes: [TemplateNode], scope: SourcePosition?) {
      for node in nodes {
        switch node {
        case .block(let block):
          if block.fence == .params { readParameters(block, scope: scope) }
        case .container(let container, let position, let inner):
          if case .tabs(let name) = container { readTabs(name, inner, at: position) }
          read(inner, scope: container.isScope ? position : scope)
        case .question:
          break
        }
      }
    }

    private mutating func readParameters(_ block: MarkdownBlock, scope: SourcePosition?) {
      let position = SourcePosition(line: block.firstLine + lineOffset, column: 1)
      let text = fenceText(of: block, in: mistakes.file, lineOffset: lineOffset)
      do throws(Diagnostics) {
        let body = try parseYAML(text, in: mistakes.file, firstLine: position.line + 1)
        if let body, body.mapping == nil {
          mistakes.report(
            .wrongKind(key: "params", expected: "'name: toggle …' lines", found: body.kind),
            at: body.position)
          return
        }
        let entries = body?.mapping ?? []
        if entries.isEmpty { mistakes.report(.emptyFence("params"), at: position) }
        for entry in entries { readParameter(entry, scope: scope) }
      } catch {
        mistakes.add(error.all)
      }
    }

    private mutating func readParameter(_ entry: YAMLEntry, scope: SourcePosition?) {
      guard let text = entry.node.text else {
        mistakes.report(.malformedParameter(entry.node.kind), at: entry.node.position)
        return
      }
      var position = entry.node.position
      do throws(TemplateError) {
        let parameter = try PageParameter(text)
        position = entry.keyPosition
        switch parameter {
        case .toggle(let choices, let standard):
          try add(entry.key, choices: choices, standard: standard, at: position, scope: scope)
        case .filter(let query, let column):
          try addFilter(
            of: query, by: ColumnName(name: column, position: entry.node.position))
        }
      } catch {
        mistakes.report(error, at: position)
      }
    }

    private mutating func addFilter(
      of query: String, by column: ColumnName
    ) throws(TemplateError) {
      if let first = filters[query] {
        let place = mistakes.place(first.position.line, from: column.position.line)
        throw .secondFilter(query: query, first: place)
      }
      filters[query] = column
    }

    /// Tabs switch together wherever they stand, so they are known on the whole page.
    private mutating func readTabs(
      _ name: String, _ nodes: [TemplateNode], at position: SourcePosition
    ) {
      let labels = tabPanels(nodes).map(\.label)
      do throws(TemplateError) {
        guard (2...Toggle.choiceLimit).contains(labels.count) else {
          throw .tabCount(labels.count, limit: Toggle.choiceLimit)
        }
        for (index, label) in labels.enumerated() {
          guard !label.isEmpty, !MarkedText.isValue(in: label) else {
            throw .tabName(marked.original(of: label))
          }
          if labels[..<index].contains(label) { throw .choiceTwice(label) }
        }
        if let same = scoped.first(where: { $0.toggle.name == name })?.toggle {
          guard same.choices.map(\.label) == labels else {
            throw .tabsDiffer(
              name, first: mistakes.place(same.position.line, from: position.line))
          }
          return
        }
        try add(
          name, choices: labels.map { Toggle.Choice(value: $0, label: $0) }, standard: 0,
          at: position, scope: nil)
      } catch {
        mistakes.report(error, at: position)
      }
    }

    private mutating func add(
      _ name: String, choices: [Toggle.Choice], standard: Int, at position: SourcePosition,
      scope: SourcePosition?
    ) throws(TemplateError) {
      guard isName(name), name == name.lowercased() else { throw .parameterName(name) }
      if taken.contains(name) { throw .parameterTaken(name) }
      if let first = scoped.first(where: { $0.toggle.name == name }) {
        throw .parameterTwice(
          name, first: mistakes.place(first.toggle.position.line, from: position.line))
      }
      guard scoped.count < Toggle.countLimit else {
        throw .tooManyToggles(limit: Toggle.countLimit)
      }
      scoped.append(
        Scoped(
          toggle: Toggle(
            name: name, number: scoped.count + 1, choices: choices, standard: standard,
            position: position),
          scope: scope))
    }
  }
}
