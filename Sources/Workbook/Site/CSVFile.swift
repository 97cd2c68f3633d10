import Tables

/// A query's rows as CSV: RFC 4180, CRLF, UTF-8 with a byte order mark, exact. Text that a
/// spreadsheet would run begins with an apostrophe.
///
/// - Parameter moneyColumns: indices of columns in nano; they are written as decimals with nine
///   places.
func csvFile(of table: Table, moneyColumns: Set<Int>) -> [UInt8] {
  var bytes = Array("\u{FEFF}".utf8)
  appendRow(of: table.columns, to: &bytes) { appendCSVField($0, to: &$1) }
  let isMoney = table.columns.indices.map(moneyColumns.contains)
  for row in table.rows {
    appendRow(of: zip(row, isMoney), to: &bytes) { append($0.0, isMoney: $0.1, to: &$1) }
  }
  return bytes
}

private func appendRow<Fields: Sequence>(
  of fields: Fields, to bytes: inout [UInt8],
  _ appendField: (_ field: Fields.Element, _ bytes: inout [UInt8]) -> Void
) {
  var isFirst = true
  for field in fields {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    appendField(field, &bytes)
  }
  bytes.append(UInt8(ascii: "\r"))
  bytes.append(UInt8(ascii: "\n"))
}

private func append(_ cell: Cell, isMoney: Bool, to bytes: inout [UInt8]) {
  switch cell {
  case .null: break
  case .integer(let number):
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    if isMoney {
      appendDigits(number.magnitude / 1_000_000_000, to: &bytes)
      bytes.append(UInt8(ascii: "."))
      appendDigits(number.magnitude % 1_000_000_000, atLeast: 9, to: &bytes)
    } else {
      appendDigits(number.magnitude, to: &bytes)
    }
  case .real(let number): bytes.append(contentsOf: number.description.utf8)
  case .text(let text): appendCSVField(text, to: &bytes)
  }
}
