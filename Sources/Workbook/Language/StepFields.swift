import SourceText

/// The keys of a mapping, read one by one; every deviation is reported, with its place.
struct StepFields {
  /// What the mapping describes, for messages.
  let subject: String
  let position: SourcePosition
  private let entries: [YAMLEntry]

  /// - Parameter node: nil for an empty document.
  init(
    _ node: YAMLNode?, of subject: String, keys: [StepKey], position: SourcePosition,
    mistakes: inout TemplateMistakes
  ) {
    let known = keys.map(\.name)
    self.subject = subject
    self.position = node?.position ?? position
    if let node, node.mapping == nil, node.text != "" {
      mistakes.report(
        .wrongKind(key: subject, expected: "'key: value' lines", found: node.kind),
        at: node.position)
    }
    entries = node?.mapping ?? []
    for entry in entries where !known.contains(entry.key) {
      mistakes.report(.unknownKey(entry.key, known: known), at: entry.keyPosition)
    }
  }

  func contains(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The value of a key that holds a text.
  func node(_ key: String, mistakes: inout TemplateMistakes) -> YAMLNode? {
    guard let node = any(key) else { return nil }
    guard node.text != nil else {
      mistakes.report(
        .wrongKind(key: key, expected: "a text", found: node.kind), at: node.position)
      return nil
    }
    return node
  }

  func any(_ key: String) -> YAMLNode? { entries.first { $0.key == key }?.node }

  func text(_ key: String, mistakes: inout TemplateMistakes) -> String? {
    node(key, mistakes: &mistakes)?.text
  }

  func required(_ key: String, mistakes: inout TemplateMistakes) -> YAMLNode? {
    if !contains(key) { mistakes.report(.missingKey(key, of: subject), at: position) }
    return node(key, mistakes: &mistakes)
  }

  func integer(_ key: String, mistakes: inout TemplateMistakes) -> Int? {
    guard let node = node(key, mistakes: &mistakes) else { return nil }
    guard let number = node.text.flatMap({ Int($0) }), number >= 0 else {
      report(node, key, expected: "a whole number", mistakes: &mistakes)
      return nil
    }
    return number
  }

  /// `true` or `false`; false where the key is missing.
  func flag(_ key: String, mistakes: inout TemplateMistakes) -> Bool {
    guard let node = node(key, mistakes: &mistakes) else { return false }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      report(node, key, expected: "true or false", mistakes: &mistakes)
      return false
    }
  }

  func template(
    _ key: String, names: ValueNames, mistakes: inout TemplateMistakes
  ) -> TextTemplate? {
    node(key, mistakes: &mistakes).map { TextTemplate($0, names: names, mistakes: &mistakes) }
  }

  /// A column, or the one that a toggle stands at.
  func column(
    _ key: String, names: ValueNames, isRequired: Bool = false, mistakes: inout TemplateMistakes
  ) -> ColumnName? {
    let node =
      isRequired ? required(key, mistakes: &mistakes) : self.node(key, mistakes: &mistakes)
    guard let node, let text = node.text else { return nil }
    return names.column(node, text: text, mistakes: &mistakes)
  }

  /// One of a few words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of _: Choice.Type, mistakes: inout TemplateMistakes
  ) -> Choice? where Choice.RawValue == String {
    guard let node = node(key, mistakes: &mistakes), let text = node.text else { return nil }
    guard let choice = Choice(rawValue: text) else {
      mistakes.report(
        .unknownChoice(text, key: key, known: Choice.allCases.map(\.rawValue)),
        at: node.position)
      return nil
    }
    return choice
  }

  /// A format, or a mapping with one for each column that a toggle can stand at.
  func format(
    _ key: String, of column: ColumnName, mistakes: inout TemplateMistakes
  ) -> ValueFormat? {
    guard let entries = any(key)?.mapping else { return format(key, mistakes: &mistakes) }
    guard let entry = entries.first(where: { $0.key == column.name }) else {
      mistakes.report(
        .unknownColumn(column.name, of: key, known: entries.map(\.key)), at: column.position)
      return nil
    }
    return format(entry.node, mistakes: &mistakes)
  }

  func format(_ key: String, mistakes: inout TemplateMistakes) -> ValueFormat? {
    node(key, mistakes: &mistakes).flatMap { format($0, mistakes: &mistakes) }
  }

  private func format(_ node: YAMLNode, mistakes: inout TemplateMistakes) -> ValueFormat? {
    guard let name = node.text else { return nil }
    do throws(TemplateError) {
      return try valueFormat(named: name)
    } catch {
      mistakes.report(error, at: node.position)
      return nil
    }
  }

  /// A list of mappings with one key each.
  func labelled(_ key: String, mistakes: inout TemplateMistakes) -> [FrontMatter.Labelled] {
    guard let list = any(key) else { return [] }
    guard let items = list.sequence else {
      report(list, key, expected: "a list", mistakes: &mistakes)
      return []
    }
    return items.compactMap { item in
      guard let entry = item.mapping?.first, item.mapping?.count == 1, entry.node.text != nil else {
        report(item, key, expected: "a list of '- label: text'", mistakes: &mistakes)
        return nil
      }
      return FrontMatter.Labelled(label: entry.key, node: entry.node)
    }
  }

  /// A list of names.
  func names(_ key: String, mistakes: inout TemplateMistakes) -> [String] {
    guard let list = any(key) else { return [] }
    guard let items = list.sequence, !items.isEmpty else {
      report(list, key, expected: "a list of columns", mistakes: &mistakes)
      return []
    }
    return items.compactMap { item in
      guard let text = item.text, isName(text) else {
        report(item, key, expected: "a list of columns", mistakes: &mistakes)
        return nil
      }
      return text
    }
  }

  private func report(
    _ node: YAMLNode, _ key: String, expected: String, mistakes: inout TemplateMistakes
  ) {
    mistakes.report(
      .wrongKind(key: key, expected: expected, found: node.text.map { quoted($0) } ?? node.kind),
      at: node.position)
  }
}
