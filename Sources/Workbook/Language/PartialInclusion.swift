import SourceText

/// The partials of a workbook: templates whose names begin with `_`, by the name without it.
struct Partials: Hashable, Sendable {
  private let files: [String: SourceFile]

  init(_ files: [SourceFile]) {
    self.files = Dictionary(
      files.compactMap { file in partialName(of: file.name).map { ($0, file) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The file with every `<!-- include: NAME -->` replaced by that partial's lines, each of which
  /// remembers where it was written.
  func including(in file: SourceFile, mistakes: inout [Diagnostic]) -> SourceFile {
    var result = Inclusion(partials: files, mistakes: TemplateMistakes(file: file))
    result.add(file, open: [])
    mistakes += result.mistakes.all
    guard result.hasIncluded else { return file }
    return SourceFile(
      name: file.name, text: result.lines.map { $0 + "\n" }.joined(), origins: result.origins)
  }
}

/// The name that a partial is included by; nil for the file of a page.
func partialName(of file: String) -> String? {
  let name = file.split(separator: "/").last ?? file[...]
  guard name.hasPrefix("_"), name.hasSuffix(".md") else { return nil }
  return String(name.dropFirst().dropLast(3))
}

private struct Inclusion {
  let partials: [String: SourceFile]
  var mistakes: TemplateMistakes
  var lines: [String] = []
  var origins: [LineOrigin] = []
  var hasIncluded = false
  /// Of all lines so far.
  private var bytes = 0
  private var isFull = false

  init(partials: [String: SourceFile], mistakes: TemplateMistakes) {
    self.partials = partials
    self.mistakes = mistakes
  }

  /// - Parameter open: The partials that are being included, outermost first.
  mutating func add(_ file: SourceFile, open: [String]) {
    var fence = MarkdownFence()
    for number in 1...max(file.lineCount, 1) {
      let line = file.line(number)
      if !fence.isInside(line), let name = includedName(line) {
        include(name, at: SourcePosition(line: number, column: 1), of: file, open: open)
      } else {
        add(line, LineOrigin(file: file.name, line: number))
      }
    }
  }

  private mutating func include(
    _ name: String, at position: SourcePosition, of file: SourceFile, open: [String]
  ) {
    // Partials that double each other would go on doubling.
    if isFull { return }
    hasIncluded = true
    let origin = LineOrigin(file: file.name, line: position.line)
    func report(_ error: TemplateError) {
      mistakes.add([Diagnostic(error, in: file, at: position)])
      add("", origin)
    }
    guard let partial = partials[name] else {
      return report(.unknownPartial(name, known: partials.keys.sorted()))
    }
    guard !open.contains(name) else { return report(.partialCycle(open + [name])) }
    isFull =
      lines.count + partial.lineCount > TemplateLimits.lines
      || bytes + partial.text.utf8.count > TemplateLimits.bytes
    if isFull {
      return report(
        .tooMuchIncluded(name, lines: TemplateLimits.lines, bytes: TemplateLimits.bytes))
    }
    // The blank lines keep the partial's first and last blocks apart from what is around them.
    add("", origin)
    add(partial, open: open + [name])
    add("", origin)
  }

  private mutating func add(_ line: String, _ origin: LineOrigin) {
    lines.append(line)
    origins.append(origin)
    bytes += line.utf8.count + 1
  }
}

private func includedName(_ line: String) -> String? {
  let text = trimmed(line)
  guard line.hasPrefix("<!--"), text.hasSuffix("-->") else { return nil }
  let comment = trimmed(text.dropFirst(4).dropLast(3))
  guard comment.hasPrefix("include:") else { return nil }
  return trimmed(comment.dropFirst("include:".count))
}
