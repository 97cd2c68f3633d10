/// A piece of YAML where every scalar is text, quoted or not: no implicit booleans, numbers, dates.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    /// In file order; no key occurs twice.
    case mapping([YAMLEntry])
  }

  package let content: Content
  package let position: SourcePosition

  package init(content: Content, position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// What it is, for messages.
  package var kind: String {
    switch content {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  package var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }
  package var sequence: [YAMLNode]? {
    guard case .sequence(let nodes) = content else { return nil }
    return nodes
  }
  package var mapping: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }
}

/// A key of a mapping and what it stands for.
package struct YAMLEntry: Hashable, Sendable {
  package let key: String
  package let keyPosition: SourcePosition
  package let node: YAMLNode

  package init(key: String, keyPosition: SourcePosition, node: YAMLNode) {
    self.key = key
    self.keyPosition = keyPosition
    self.node = node
  }
}
