/// Reads a table whose fields people edit: RFC 4180, with comma or semicolon (the header line
/// decides), `#` comment lines, and blank lines.
///
/// A line of nothing but delimiters is blank: spreadsheet programs write them.
/// - Parameter columns: What the header must be, in this order; nil leaves it to the caller.
/// - Throws: What is wrong with the header, or else every record with another number of fields than
///   the header; and broken quotes.
package func parseCSV(
  _ file: SourceFile, columns: [String]? = nil
) throws(Diagnostics) -> CSVDocument {
  var scanner = CSVScanner(file: file)
  let records = scanner.records()
  var mistakes = scanner.mistakes
  let delimiter = Character(Unicode.Scalar(scanner.delimiter))
  let header = records.first ?? CSVRecord(fields: [])
  if let columns {
    let broken = headerMistakes(header.fields, columns: columns, delimiter: delimiter, file: file)
    // Every record would be reported once more.
    guard broken.isEmpty else { throw Diagnostics(all: broken) }
  }
  for record in records.dropFirst() where record.fields.count != header.fields.count {
    mistakes.append(
      wrongNumberOfFields(in: record, header: header, delimiter: delimiter, file: file))
  }
  guard mistakes.isEmpty else {
    throw Diagnostics(all: mistakes.sorted { ($0.position?.line ?? 0) < ($1.position?.line ?? 0) })
  }
  return CSVDocument(header: header.fields, records: Array(records.dropFirst()))
}

private func wrongNumberOfFields(
  in record: CSVRecord, header: CSVRecord, delimiter: Character, file: SourceFile
) -> Diagnostic {
  let expected = header.fields.count
  let found = record.fields.count
  let surplus = found > expected ? record.fields[expected].position : nil
  let fields = found == 1 ? "1 field" : "\(found) fields"
  let columns = expected == 1 ? "1 column" : "\(expected) columns"
  let names = header.fields.map(\.text).joined(separator: String(delimiter))
  return Diagnostic(
    "\(fields), but the header names \(columns)", in: file,
    at: surplus ?? record.fields.first?.position,
    remedy: surplus == nil
      ? "write every column, empty ones too: \(names)"
      : "put a field that contains '\(delimiter)' in double quotes; columns: \(names)")
}
