import SourceText

/// The tables that people keep in the workbook folder.
@Sendable func tableFileVerdict(
  _ input: [UInt8], _: WorkFolder
) throws -> FuzzedReader.Verdict {
  try verdict { file throws(Diagnostics) in
    let table = try parseCSV(file)
    return { try checkAgain(table) }
  } of: {
    try SourceFile(name: "f.csv", bytes: input)
  }
}

/// `tokenbook.yml`.
@Sendable func settingsFileVerdict(
  _ input: [UInt8], _: WorkFolder
) throws -> FuzzedReader.Verdict {
  try verdict { file throws(Diagnostics) in
    let root = try parseYAML(file.text, in: file)
    return { if let root { try checkPositions(of: root, in: file) } }
  } of: {
    try SourceFile(name: "f.yml", bytes: input)
  }
}

/// - Parameter parse: Returns what must be so of an input that is accepted.
private func verdict(
  parse: (SourceFile) throws(Diagnostics) -> () throws -> Void, of read: () throws -> SourceFile
) throws -> FuzzedReader.Verdict {
  do {
    let file = try read()
    try parse(file)()
    return .accepted
  } catch let mistake as Diagnostic {
    try check(mistake)
  } catch let mistakes as Diagnostics {
    try require(!mistakes.all.isEmpty, "refused without a mistake")
    for mistake in mistakes.all { try check(mistake) }
  }
  return .refused
}

private func check(_ mistake: Diagnostic) throws {
  try require(!mistake.message.isEmpty && !mistake.remedy.isEmpty, "no message")
  guard let position = mistake.position else { return }
  try require(position.line >= 1 && position.column >= 1, "\(position)")
  try require(mistake.description.contains("→"), "no place")
}

/// What was accepted, written with all fields in quotes, is read as the same.
private func checkAgain(_ table: CSVDocument) throws {
  let texts = ([table.header] + table.records.map(\.fields)).map { $0.map(\.text) }
  // A line of nothing but empty fields is blank, and so is not written.
  guard !table.header.isEmpty, texts.allSatisfy({ !$0.allSatisfy(\.isEmpty) }) else { return }
  let written = texts.map { fields in
    fields.map { text in
      "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }.joined(separator: ",") + "\n"
  }.joined()
  let again = try parseCSV(SourceFile(name: "again.csv", text: written))
  try require(
    ([again.header] + again.records.map(\.fields)).map { $0.map(\.text) } == texts,
    "written in quotes, another table is read")
}

private func checkPositions(of node: YAMLNode, in file: SourceFile) throws {
  try require(
    node.position.line >= 1 && node.position.line <= file.lineCount + 1, "\(node.position)")
  for child in node.sequence ?? [] { try checkPositions(of: child, in: file) }
  for entry in node.mapping ?? [] { try checkPositions(of: entry.node, in: file) }
}
