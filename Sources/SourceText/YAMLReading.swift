import Yams

/// Reads one YAML document.
///
/// Anchors, aliases, tags, keys that are not text, keys written twice and further documents are
/// mistakes: a settings file that needs them says something else than it seems to.
///
/// - Parameters:
///   - text: Whole lines of `file`, from `firstLine` on.
///   - firstLine: From 1. Positions are those in the file.
/// - Returns: nil where there is nothing but blank lines and comments.
/// - Throws: Every mistake; of mistakes in the syntax only the first.
package func parseYAML(
  _ text: some StringProtocol, in file: SourceFile, firstLine: Int = 1
) throws(Diagnostics) -> YAMLNode? {
  var reader = YAMLReader(file: file, firstLine: firstLine)
  let root = reader.document(String(text))
  guard reader.mistakes.isEmpty else { throw Diagnostics(all: reader.mistakes) }
  return root
}

private struct YAMLReader {
  let file: SourceFile
  let firstLine: Int
  var mistakes: [Diagnostic] = []

  init(file: SourceFile, firstLine: Int) {
    self.file = file
    self.firstLine = firstLine
  }

  mutating func document(_ text: String) -> YAMLNode? {
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.nextRoot() else { return nil }
      // Yams' nodes hold their anchors weakly; the parser owns them.
      let converted = withExtendedLifetime(parser) { node(root) }
      if let second = try parser.nextRoot() {
        report(
          "a second YAML document begins here", at: second.mark,
          remedy: "keep one document: remove the line '---' above it and what follows")
      }
      return converted
    } catch {
      mistakes.append(yamlDiagnostic(error, in: file, firstLine: firstLine))
      return nil
    }
  }

  private mutating func node(_ node: Node) -> YAMLNode {
    let position = file.position(of: node.mark, firstLine: firstLine)
    let content: YAMLNode.Content
    if node.anchor != nil {
      // Not looked into: what an alias repeats could be endlessly large.
      report(
        "anchors and aliases (&, *) are not supported", at: node.mark,
        remedy: "write the text out where it is needed; put a text that begins with & in quotes")
      content = .scalar("")
    } else {
      switch node {
      case .scalar(let scalar):
        refuse(tag: scalar.tag, allowed: .str, at: node.mark)
        content = .scalar(scalar.string)
      case .sequence(let sequence):
        refuse(tag: sequence.tag, allowed: .seq, at: node.mark)
        content = .sequence(sequence.map { self.node($0) })
      case .mapping(let mapping):
        refuse(tag: mapping.tag, allowed: .map, at: node.mark)
        content = .mapping(mapping.compactMap { entry(key: $0.key, value: $0.value) })
      case .alias:
        content = .scalar("")
      }
    }
    return YAMLNode(content: content, position: position)
  }

  private mutating func entry(key: Node, value: Node) -> YAMLEntry? {
    let keyNode = node(key)
    let valueNode = node(value)
    guard let text = keyNode.text else {
      report(
        "a key must be a text, not \(keyNode.kind)", at: key.mark, remedy: "write 'key: value'")
      return nil
    }
    return YAMLEntry(key: text, keyPosition: keyNode.position, node: valueNode)
  }

  private mutating func refuse(tag: Tag, allowed: Tag.Name, at mark: Mark?) {
    guard tag.rawValue != Tag.Name.implicit.rawValue, tag.rawValue != allowed.rawValue else {
      return
    }
    report(
      "YAML tags (!) are not supported", at: mark,
      remedy: "remove the tag; put a text that begins with ! in quotes")
  }

  private mutating func report(_ message: String, at mark: Mark?, remedy: String) {
    let position = file.position(of: mark, firstLine: firstLine)
    let mistake = Diagnostic(message, in: file, at: position, remedy: remedy)
    // An alias leads to the anchor's node once more.
    if mistakes.last != mistake { mistakes.append(mistake) }
  }
}
