import Tables

/// A query's rows as CSV: RFC 4180, CRLF, UTF-8 with a byte order mark, exact. Text that a
/// spreadsheet would run begins with an apostrophe.
///
/// - Parameter moneyColumns: indices of columns in nano; they are written as decimals with nine
///   places.
func csvFile(of table: Table, moneyColumns: Set<Int>) -> [UInt8] {
  var text = "\u{FEFF}"
  append(table.columns.map { csvField(spreadsheetSafe($0)) }, to: &text)
  for row in table.rows {
    let fields = row.enumerated().map { column, cell in
      csvField(cell, isMoney: moneyColumns.contains(column))
    }
    append(fields, to: &text)
  }
  return Array(text.utf8)
}

private func append(_ fields: [String], to text: inout String) {
  text += fields.joined(separator: ",")
  text += "\r\n"
}

private func csvField(_ cell: Cell, isMoney: Bool) -> String {
  switch cell {
  case .null: ""
  case .integer(let number): isMoney ? decimal(nano: number) : String(number)
  case .real(let number): number.description
  case .text(let text): csvField(spreadsheetSafe(text))
  }
}

private func decimal(nano: Int64) -> String {
  let magnitude = nano.magnitude
  let fraction = String(magnitude % 1_000_000_000)
  let zeros = String(repeating: "0", count: 9 - fraction.utf8.count)
  return "\(nano < 0 ? "-" : "")\(magnitude / 1_000_000_000).\(zeros)\(fraction)"
}
