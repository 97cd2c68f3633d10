import SourceText

extension ValueNames {
  /// The toggles that a piece of a template depends on and that are not decided where it stands.
  ///
  /// - Parameters:
  ///   - text: As it is written in the template.
  ///   - isStep: Whether `:toggle` means one.
  ///   - query: Whose rows are shown.
  func openToggles(in text: String, isStep: Bool = false, query: String? = nil) -> [Toggle] {
    var used: Set<String> = []
    for mark in MarkedText(text, firstLine: 1).marks {
      guard let expression = try? expression(mark) else { continue }
      used.formUnion(openToggles(of: expression).map(\.name))
    }
    if isStep { used.formUnion(parameterNames(in: text)) }
    used.formUnion(query.flatMap { queryToggles[$0] } ?? [])
    return toggles.filter { used.contains($0.name) && decided[$0.name] == nil }
  }

  /// The toggles that a value depends on and that are not decided where it stands.
  func openToggles(of expression: ValueExpression) -> [Toggle] {
    var paths = [expression.path]
    if case .path(let path) = expression.fallback { paths.append(path) }
    let used = paths.flatMap { path -> [String] in
      switch path {
      case .toggle(let name): [name]
      case .query(let name, _): Array(queryToggles[name] ?? [])
      case .builtIn, .pageRow: []
      }
    }
    return toggles.filter { used.contains($0.name) && decided[$0.name] == nil }
  }

  /// A toggle that a query binds and that is not known where the query's rows are used.
  func missingToggle(of query: String) -> String? {
    queryToggles[query]?.subtracting(toggles.map(\.name)).min()
  }

  /// The same names where these choices are made.
  func deciding(_ choices: [ToggleChoice]) -> ValueNames {
    var names = self
    for choice in choices { names.decided[choice.toggle.name] = choice }
    return names
  }

  /// The column that a step names: itself, or `:toggle` at its choice.
  func column(
    _ node: YAMLNode, text: String, mistakes: inout TemplateMistakes
  ) -> ColumnName {
    guard text.hasPrefix(":") else { return ColumnName(name: text, position: node.position) }
    let name = String(text.dropFirst())
    guard let choice = decided[name] else {
      mistakes.report(
        .unknownParameter(name, known: toggles.map(\.name)), at: node.position)
      return ColumnName(name: text, position: node.position)
    }
    return ColumnName(name: choice.choice.value, position: node.position)
  }
}

/// The names behind colons, `measure` in `y: :measure`; more than those that stand for a toggle.
private func parameterNames(in text: String) -> [String] {
  text.split(separator: ":", omittingEmptySubsequences: false).dropFirst().map { part in
    String(part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" })
  }
}

extension TemplateMistakes {
  /// Values whose text would differ from choice to choice where there is one text for all.
  mutating func reportOpenToggles(in expressions: [ValueExpression], names: ValueNames) {
    for expression in expressions {
      for toggle in names.openToggles(of: expression) {
        report(.toggleNotHere(toggle.name), at: expression.position)
      }
    }
  }
}
