import SourceText

/// Collects the mistakes of one template, so that all of them are reported at once.
struct TemplateMistakes {
  let file: SourceFile
  private(set) var all: [Diagnostic] = []

  init(file: SourceFile) {
    self.file = file
  }

  mutating func report(_ error: TemplateError, at position: SourcePosition?) {
    add([Diagnostic(error, in: file, at: position)])
  }

  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics where !all.contains(diagnostic) { all.append(diagnostic) }
  }
}
