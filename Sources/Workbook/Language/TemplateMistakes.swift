import SourceText

/// Collects the mistakes of one template, so that all of them are reported at once.
struct TemplateMistakes {
  /// More than anybody corrects before the next try.
  static let limit = 100

  let file: SourceFile
  /// At most ``limit``, and one more that says so.
  private(set) var all: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  init(file: SourceFile) {
    self.file = file
  }

  mutating func report(_ error: TemplateError, at position: SourcePosition?) {
    // Finding the words of a message takes time that nobody would thank for.
    guard all.count <= Self.limit else { return }
    add([Diagnostic(error, in: file, at: position)])
  }

  /// A line as a mistake elsewhere on the page calls it: `line 5`, with the file where that is
  /// another one.
  func place(_ line: Int, from other: Int) -> String {
    let origin = file.origin(ofLine: line)
    let isElsewhere = origin.file != file.origin(ofLine: other).file
    return "line \(origin.line)" + (isElsewhere ? " of \(origin.file)" : "")
  }

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where all.count <= Self.limit {
      guard known.insert(diagnostic).inserted else { continue }
      all.append(
        all.count < Self.limit
          ? diagnostic : Diagnostic(.tooManyMistakes(limit: Self.limit), in: file, at: nil))
    }
  }
}
