import SourceText

extension BlockCompiler {
  static let variants = "what depends on a toggle"

  mutating func compiled(
    _ container: StructureComment.Container, _ nodes: [TemplateNode], at position: SourcePosition
  ) -> [CompiledBlock] {
    switch container {
    case .when(let path):
      guard let condition = condition(path, at: position) else {
        return inScope(at: position) { compiler in compiler.blocks(nodes) }
      }
      return expanded(over: markdown.names.openToggles(of: condition), at: position) { compiler in
        [.when(condition, compiler.inScope(at: position) { $0.blocks(nodes) })]
      }
    case .choice(let toggle, let value):
      return choice(of: toggle, value: value, nodes, at: position)
    case .tabs(let name):
      return tabs(name, nodes, at: position)
    case .columns(let text):
      guard let count = Int(text), (2...3).contains(count) else {
        markdown.mistakes.report(.columnCount(text), at: position)
        return []
      }
      return inside("columns") { compiler in
        [.columns(count, cells: nodes.map { compiler.blocks([$0]) }.filter { !$0.isEmpty })]
      }
    case .group(let label):
      let title = TextTemplate(
        markdown.marked.pieces(of: label), names: markdown.names, mistakes: &markdown.mistakes)
      markdown.mistakes.reportOpenToggles(in: title.expressions, names: markdown.names)
      return inside("group") { compiler in
        [.group(title, compiler.inScope(at: position) { $0.blocks(nodes) })]
      }
    }
  }

  private mutating func inScope(
    at position: SourcePosition, _ body: (inout BlockCompiler) -> [CompiledBlock]
  ) -> [CompiledBlock] {
    scopes.append(position)
    let outside = markdown.names.toggles
    markdown.names.toggles = parameters.toggles(in: scopes)
    defer {
      scopes.removeLast()
      markdown.names.toggles = outside
    }
    return body(&self)
  }

  private mutating func condition(_ path: String, at position: SourcePosition) -> ValueExpression? {
    do throws(TemplateError) {
      let condition = try markdown.names.expression(ValueMark(text: path, position: position))
      if case .toggle(let name) = condition.path { throw .toggleAlone(name) }
      return condition
    } catch .malformedValue {
      markdown.mistakes.report(.malformedCondition(path), at: position)
    } catch {
      markdown.mistakes.report(error, at: position)
    }
    return nil
  }

  private mutating func choice(
    of name: String, value: String, _ nodes: [TemplateNode], at position: SourcePosition
  ) -> [CompiledBlock] {
    guard let toggle = markdown.names.toggles.first(where: { $0.name == name }) else {
      markdown.mistakes.report(
        isName(name)
          ? .unknownParameter(name, known: markdown.names.toggles.map(\.name))
          : .malformedCondition("\(name) == \(value)"), at: position)
      return []
    }
    guard let index = toggle.choices.firstIndex(where: { $0.value == value }) else {
      markdown.mistakes.report(
        .unknownChoice(value, key: "choice", known: toggle.choices.map(\.value)), at: position)
      return []
    }
    let choice = ToggleChoice(toggle: toggle, index: index)
    if let decided = markdown.names.decided[name] {
      return decided == choice ? blocks(nodes) : []
    }
    return inside("when") { compiler in
      let outside = compiler.markdown.names
      compiler.markdown.names = outside.deciding([choice])
      defer { compiler.markdown.names = outside }
      return [.variants([Variant(choices: [choice], blocks: compiler.blocks(nodes))])]
    }
  }

  private mutating func tabs(
    _ name: String, _ nodes: [TemplateNode], at position: SourcePosition
  ) -> [CompiledBlock] {
    if case .block(let block)? = nodes.first, case .heading(3, _) = block.kind {
    } else {
      markdown.mistakes.report(.tabsWithoutHeading, at: position)
    }
    guard let toggle = markdown.names.toggles.first(where: { $0.name == name }) else { return [] }
    let isFirst = shownTabs.insert(name).inserted
    reportVariants(around: "tab", at: position)
    return inside("tabs") { compiler in
      let panels = tabPanels(nodes).enumerated().compactMap { index, panel -> TabsBlock.Panel? in
        guard toggle.choices.indices.contains(index) else { return nil }
        return TabsBlock.Panel(
          choice: ToggleChoice(toggle: toggle, index: index), blocks: compiler.blocks(panel.nodes))
      }
      return [.tabs(TabsBlock(toggle: toggle, showsControl: isFirst, panels: panels))]
    }
  }

  private mutating func inside(
    _ word: String, _ body: (inout BlockCompiler) -> [CompiledBlock]
  ) -> [CompiledBlock] {
    closedContainers.append(word)
    defer { closedContainers.removeLast() }
    return body(&self)
  }

  /// What depends on toggles, compiled once for each of their combinations.
  mutating func expanded(
    over toggles: [Toggle], at position: SourcePosition,
    _ body: (inout BlockCompiler) -> [CompiledBlock]
  ) -> [CompiledBlock] {
    guard !toggles.isEmpty else { return body(&self) }
    let combinations = combinations(of: toggles)
    let count = combinations.count * variantCount
    guard count <= Toggle.variantLimit else {
      markdown.mistakes.report(
        .tooManyVariants(count, limit: Toggle.variantLimit), at: position)
      return []
    }
    let outside = (names: markdown.names, variantCount: variantCount)
    variantCount = count
    defer {
      markdown.names = outside.names
      variantCount = outside.variantCount
    }
    return inside(Self.variants) { compiler in
      [
        .variants(
          combinations.map { choices in
            compiler.markdown.names = outside.names.deciding(choices)
            return Variant(choices: choices, blocks: body(&compiler))
          })
      ]
    }
  }

  mutating func reportClosedContainer(for part: String, at position: SourcePosition) {
    guard let container = closedContainers.last else { return }
    markdown.mistakes.report(.notInside(part, container: container), at: position)
  }

  /// Radio buttons in each of several variants would contradict each other.
  mutating func reportVariants(around part: String, at position: SourcePosition) {
    if closedContainers.contains(Self.variants) {
      markdown.mistakes.report(.notInside(part, container: Self.variants), at: position)
    }
  }
}
