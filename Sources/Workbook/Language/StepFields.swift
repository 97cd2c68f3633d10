import SourceText

/// The keys of a mapping, read one by one; every deviation is reported, with its place.
struct StepFields {
  /// What the mapping describes, for messages.
  let subject: String
  let position: SourcePosition
  private let entries: [YAMLEntry]

  /// - Parameter node: nil for an empty document.
  init(
    _ node: YAMLNode?, of subject: String, keys: [String], position: SourcePosition,
    mistakes: inout TemplateMistakes
  ) {
    self.subject = subject
    self.position = node?.position ?? position
    if let node, node.mapping == nil, node.text != "" {
      mistakes.report(
        .wrongKind(key: subject, expected: "'key: value' lines", found: node.kind),
        at: node.position)
    }
    entries = node?.mapping ?? []
    for entry in entries where !keys.contains(entry.key) {
      mistakes.report(.unknownKey(entry.key, known: keys), at: entry.keyPosition)
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

  func format(_ key: String, mistakes: inout TemplateMistakes) -> ValueFormat? {
    guard let node = node(key, mistakes: &mistakes), let name = node.text else { return nil }
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

  private func report(
    _ node: YAMLNode, _ key: String, expected: String, mistakes: inout TemplateMistakes
  ) {
    mistakes.report(
      .wrongKind(key: key, expected: expected, found: node.text.map { quoted($0) } ?? node.kind),
      at: node.position)
  }
}
