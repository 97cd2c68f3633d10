import Yams

/// A mistake that Yams found, in our words.
func yamlDiagnostic(_ error: any Error, in file: SourceFile, firstLine: Int) -> Diagnostic {
  func diagnostic(_ message: String, at mark: Mark?, remedy: String) -> Diagnostic {
    let position = mark.map { file.position(of: $0, firstLine: firstLine) }
    return Diagnostic(message, in: file, at: position, remedy: remedy)
  }
  switch error as? YamlError {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
    return diagnostic("not valid YAML: \(problem)", at: mark, remedy: remedy(for: problem))
  case .composer(_, _, let mark, _):
    return diagnostic(
      "anchors and aliases (&, *) are not supported", at: mark,
      remedy: "write the text out where it is needed; put a text that begins with * in quotes")
  case .duplicatedKeysInMapping(let keys, let context):
    let key = keys.first ?? ""
    let first = file.position(of: context.mark, firstLine: firstLine)
    let second = file.position(ofKey: key, alignedWith: first)
    return Diagnostic(
      "the key \(quoted(key)) is written twice", in: file, at: second ?? first,
      remedy: second == nil
        ? "keep one of them" : "keep this line or line \(first.line), and remove the other")
  case .reader(let problem, _, _, _):
    return diagnostic(
      "not valid YAML: \(problem)", at: nil,
      remedy: "remove control characters from the file")
  default:
    return diagnostic(
      "not valid YAML: \(error)", at: nil, remedy: "check the indentation and the quotes")
  }
}

private func remedy(for problem: String) -> String {
  if problem.contains("tab character") || problem.contains("cannot start any token") {
    return "indent with spaces, not tabs; put a text that begins with @, ` or % in quotes"
  }
  if problem.contains("alphabetic or numeric") {
    return "put a text that begins with * or & in quotes"
  }
  if problem.contains("mapping values are not allowed") {
    return "put a text that contains ': ' in quotes, and check the indentation"
  }
  return "check the indentation and the quotes of this line and of the lines above it"
}

extension SourceFile {
  /// libYAML counts Unicode scalars; people count characters.
  func position(of mark: Mark?, firstLine: Int) -> SourcePosition {
    guard let mark else { return SourcePosition(line: firstLine, column: 1) }
    let lineNumber = mark.line + firstLine - 1
    // The end of the stream is on a line of its own.
    guard lineNumber <= lineCount else { return position(utf8Offset: text.utf8.count) }
    let before = String(line(lineNumber).unicodeScalars.prefix(mark.column - 1))
    return SourcePosition(line: lineNumber, column: before.count + 1)
  }

  /// The next place where a block mapping's key stands in the same column, which is where a key
  /// that is written twice stands the second time.
  func position(ofKey key: String, alignedWith first: SourcePosition) -> SourcePosition? {
    guard first.line < lineCount else { return nil }
    for number in (first.line + 1)...lineCount {
      let line = line(number)
      let indentation = line.prefix { $0 == " " || $0 == "-" }.count
      let rest = line.dropFirst(first.column - 1).filter { $0 != "\"" && $0 != "'" }
      if indentation == first.column - 1, rest.hasPrefix(key),
        rest.dropFirst(key.count).drop(while: { $0 == " " }).hasPrefix(":")
      {
        return SourcePosition(line: number, column: first.column)
      }
    }
    return nil
  }
}
