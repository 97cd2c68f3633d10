import SourceText

/// The keys that one kind of mapping in `tokenbook.yml` may have.
protocol SectionKey: RawRepresentable<String>, CaseIterable, Hashable {
  /// The key with a value that is understood, for remedies.
  var example: String { get }
}

/// A mapping of `tokenbook.yml`, its keys checked.
struct YAMLSection<Key: SectionKey> {
  let file: SourceFile
  /// nil for the file itself.
  let position: SourcePosition?
  private let entries: [Key: YAMLEntry]
  /// Keys that were probably meant by unknown ones.
  private let misspelt: Set<Key>

  /// - Parameter position: Where a missing key is reported.
  init(
    _ mapping: [YAMLEntry], in file: SourceFile, at position: SourcePosition?,
    mistakes: inout [Diagnostic]
  ) {
    self.file = file
    self.position = position
    var entries: [Key: YAMLEntry] = [:]
    var misspelt: Set<Key> = []
    for entry in mapping {
      if let key = Key(rawValue: entry.key) {
        entries[key] = entry
      } else {
        let keys = Key.allCases.map(\.rawValue)
        if let meant = nearestName(to: entry.key, in: keys).flatMap(Key.init(rawValue:)) {
          misspelt.insert(meant)
        }
        mistakes.append(
          Diagnostic(
            "unknown key \(quoted(entry.key))", in: file, at: entry.keyPosition,
            remedy: suggestion(for: entry.key, in: keys, of: "keys")))
      }
    }
    self.entries = entries
    self.misspelt = misspelt
  }

  /// In the order of the cases, whatever the file's.
  var keys: [Key] { Key.allCases.filter { entries[$0] != nil } }

  /// Whether the key is there, if only misspelt: a slip is one mistake, not two.
  func isWritten(_ key: Key) -> Bool { entries[key] != nil || misspelt.contains(key) }

  func entry(_ key: Key) -> YAMLEntry? { entries[key] }

  /// - Returns: nil where the key is absent or, which is reported, no proper text.
  func text(_ key: Key, mistakes: inout [Diagnostic]) -> Located? {
    guard let entry = entries[key] else { return nil }
    return text(of: entry.node, key: key, mistakes: &mistakes)
  }

  func requiredText(_ key: Key, mistakes: inout [Diagnostic]) -> Located? {
    require(key, mistakes: &mistakes)
    return text(key, mistakes: &mistakes)
  }

  /// - Returns: nil where the key is absent or, which is reported, no mapping.
  func section<Inner: SectionKey>(
    _ key: Key, of inner: Inner.Type, mistakes: inout [Diagnostic]
  ) -> YAMLSection<Inner>? {
    guard let entry = entries[key] else { return nil }
    guard let mapping = entry.node.mapping else {
      mistakes.append(wrongKind(of: entry.node, key: key, expected: "a mapping"))
      return nil
    }
    return YAMLSection<Inner>(mapping, in: file, at: entry.keyPosition, mistakes: &mistakes)
  }

  func text(of node: YAMLNode, key: Key, mistakes: inout [Diagnostic]) -> Located? {
    guard let text = node.text else {
      mistakes.append(wrongKind(of: node, key: key, expected: "a text"))
      return nil
    }
    let located = Located(text: text, position: node.position, file: file)
    guard !text.isEmpty else {
      mistakes.append(
        located.mistake("'\(key.rawValue)' is empty", remedy: "write '\(key.example)'"))
      return nil
    }
    if let mistake = located.controlCharacterMistake(name: key.rawValue) {
      mistakes.append(mistake)
      return nil
    }
    return located
  }

  func require(_ key: Key, mistakes: inout [Diagnostic]) {
    guard !isWritten(key) else { return }
    mistakes.append(
      Diagnostic(
        "the key '\(key.rawValue)' is missing", in: file, at: position,
        remedy: "add '\(key.example)'"))
  }

  func wrongKind(of node: YAMLNode, key: Key, expected: String) -> Diagnostic {
    Diagnostic(
      "'\(key.rawValue)' must be \(expected), not \(node.kind)", in: file, at: node.position,
      remedy: "write '\(key.example)'")
  }
}
