/// A mistake in a file, with the place, the line and what to do about it.
package struct Diagnostic: Error, Hashable, Sendable {
  /// The file's name as people are shown it.
  package let file: String
  /// nil where the mistake is about the whole file.
  package let position: SourcePosition?
  /// Lower case at the start, no final period, the offending text in quotes.
  package let message: String
  /// The line, where there is a position.
  package let excerpt: String?
  /// The next thing to type.
  package let remedy: String

  package init(
    file: String, position: SourcePosition?, message: String, excerpt: String?, remedy: String
  ) {
    self.file = file
    self.position = position
    self.message = message
    self.excerpt = excerpt
    self.remedy = remedy
  }

  package init(
    _ message: String, in file: SourceFile, at position: SourcePosition?, remedy: String
  ) {
    let origin = position.map { file.origin(ofLine: $0.line) }
    self.init(
      file: origin?.file ?? file.name,
      position: position.map { position in
        SourcePosition(line: origin?.line ?? position.line, column: position.column)
      },
      message: message, excerpt: position.map { file.line($0.line) }, remedy: remedy)
  }

  /// The same mistake with another line than the file's, or with none.
  package func showing(_ excerpt: String?) -> Diagnostic {
    Diagnostic(
      file: file, position: position, message: message, excerpt: excerpt, remedy: remedy)
  }
}

extension Diagnostic: CustomStringConvertible {
  package var description: String {
    var lines = ["error: \(message)"]
    if let position {
      lines.append("    → \(file):\(position)")
      if let excerpt, !excerpt.isEmpty {
        let window = CaretWindow(line: excerpt, column: position.column)
        lines.append("      \(window.line)")
        lines.append("      \(window.caret)")
      }
    } else {
      lines.append("    → \(file)")
    }
    lines.append("  fix: \(remedy)")
    return lines.joined(separator: "\n")
  }
}

/// Every mistake found, in the order of the files and their lines.
package struct Diagnostics: Error, Hashable, Sendable {
  package let all: [Diagnostic]

  package init(all: [Diagnostic]) {
    self.all = all
  }
}

extension Diagnostics: CustomStringConvertible {
  package var description: String { all.map(\.description).joined(separator: "\n\n") }
}
