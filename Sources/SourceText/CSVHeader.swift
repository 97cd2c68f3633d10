/// What keeps a header line from being exactly the expected one.
func headerMistakes(
  _ header: [CSVField], columns: [String], delimiter: Character, file: SourceFile
) -> [Diagnostic] {
  let expected = columns.joined(separator: String(delimiter))
  guard let first = header.first else {
    return [
      Diagnostic(
        "no header line", in: file, at: nil, remedy: "begin the file with the line: \(expected)")
    ]
  }
  var mistakes: [Diagnostic] = []
  var missing = columns
  for (index, field) in header.enumerated() {
    if !columns.contains(field.text) {
      mistakes.append(
        Diagnostic(
          "unknown column \(quoted(field.text))", in: file, at: field.position,
          remedy: suggestion(for: field.text, in: columns, of: "columns")))
      // A slip in a name is one mistake, not an unknown column and a missing one.
      let meant = nearestName(to: field.text, in: missing)
      missing.removeAll { $0 == meant }
    } else if header[..<index].contains(where: { $0.text == field.text }) {
      mistakes.append(
        Diagnostic(
          "the column \(quoted(field.text)) occurs twice", in: file, at: field.position,
          remedy: "the header must be: \(expected)"))
    } else {
      missing.removeAll { $0 == field.text }
    }
  }
  for column in missing {
    mistakes.append(
      Diagnostic(
        "the column \(quoted(column)) is missing", in: file, at: first.position,
        remedy: "the header must be: \(expected)"))
  }
  if mistakes.isEmpty, let stray = zip(header, columns).first(where: { $0.text != $1 }) {
    mistakes.append(
      Diagnostic(
        "the columns are in another order", in: file, at: stray.0.position,
        remedy: "the header must be: \(expected)"))
  }
  return mistakes
}
