import SourceText

/// A page that has another address now; the old one leads to the new one.
package struct MovedPage: Hashable, Sendable {
  /// From the front page on, such as `teams/sales`.
  package let from: [String]
  package let to: [String]
  package let file: SourceFile
  package let position: SourcePosition
}

/// Reads `moved: {teams/old: teams/new}`.
func readMoved(
  in section: YAMLSection<SettingsKey>, mistakes: inout [Diagnostic]
) -> [MovedPage] {
  guard let entry = section.entry(.moved) else { return [] }
  guard let mapping = entry.node.mapping else {
    mistakes.append(section.wrongKind(of: entry.node, key: .moved, expected: "a mapping"))
    return []
  }
  return mapping.compactMap { moved in
    guard let to = section.text(of: moved.node, key: .moved, mistakes: &mistakes) else {
      return nil
    }
    let from = Located(text: moved.key, position: moved.keyPosition, file: section.file)
    for path in [from, to]
    where !isPagePath(path.text) && (path.position == from.position || path.text != ".") {
      mistakes.append(
        path.mistake(
          "\(quoted(path.text)) is not a page",
          remedy: "write its address from the front page on, such as 'teams/sales'"))
      return nil
    }
    return MovedPage(
      from: parts(of: from.text), to: parts(of: to.text), file: section.file,
      position: moved.keyPosition)
  }
}

private func parts(of path: String) -> [String] {
  path == "." ? [] : path.split(separator: "/").map(String.init)
}

private func isPagePath(_ path: String) -> Bool {
  let parts = path.split(separator: "/", omittingEmptySubsequences: false)
  return parts.allSatisfy { part in
    !part.isEmpty && part.utf8.count <= 80
      && part.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "0"..."9", "-", "_": true
        default: false
        }
      }
  }
}
