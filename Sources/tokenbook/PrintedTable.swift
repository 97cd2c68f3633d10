import Tables

/// Columns padded with spaces, numbers to the right: for a terminal.
func alignedText(_ table: Table) -> String {
  let lines = [table.columns] + table.rows.map { $0.map(plainText) }
  let widths = table.columns.indices.map { column in
    lines.map { $0[column].count }.max() ?? 0
  }
  let isNumber = table.columns.indices.map { column in
    table.rows.contains { $0[column].number != nil }
  }
  return lines.map { line in
    let cells = line.indices.map { column in
      let padding = String(repeating: " ", count: widths[column] - line[column].count)
      return isNumber[column] ? padding + line[column] : line[column] + padding
    }
    var text = cells.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }.joined(separator: "\n")
}

/// RFC 4180 with LF line ends; NULL is empty. Cells that a spreadsheet would run begin with `'`.
func csvText(_ table: Table) -> String {
  let rows = [table.columns] + table.rows.map { $0.map(spreadsheetText) }
  return rows.map { $0.map(csvField).joined(separator: ",") }.joined(separator: "\n")
}

/// An array of objects, keys in column order.
func jsonText(_ table: Table) -> String {
  let objects = table.rows.map { row in
    let members = zip(table.columns, row).map { "\(jsonString($0)): \(jsonValue($1))" }
    return "  {" + members.joined(separator: ", ") + "}"
  }
  return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]"
}

private func plainText(_ cell: Cell) -> String {
  switch cell {
  case .null: ""
  case .integer(let number): String(number)
  case .real(let number): String(number)
  case .text(let text): text
  }
}

private func spreadsheetText(_ cell: Cell) -> String {
  cell.text.map(spreadsheetSafe) ?? plainText(cell)
}

private func jsonValue(_ cell: Cell) -> String {
  switch cell {
  case .null: "null"
  case .integer(let number): String(number)
  case .real(let number): number.isFinite ? String(number) : "null"
  case .text(let text): jsonString(text)
  }
}

private func jsonString(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\r": quoted += "\\r"
    case "\t": quoted += "\\t"
    case "\u{0}"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
