/// A field as a CSV file needs it (RFC 4180): in quotes where it holds a separator, a quote or a line
/// break, and where a reader might take its beginning or end for something else than text.
///
/// Works on bytes: to Swift, a quote with an accent behind it is another character, and so is CR LF.
package func csvField(_ text: String) -> String {
  let bytes = Array(text.utf8)
  guard needsQuotes(bytes) else { return text }
  var quoted: [UInt8] = [quote]
  for byte in bytes {
    if byte == quote { quoted.append(quote) }
    quoted.append(byte)
  }
  quoted.append(quote)
  return String(decoding: quoted, as: UTF8.self)
}

/// Text that a spreadsheet would run as a formula, with an apostrophe before it.
package func spreadsheetSafe(_ text: String) -> String {
  guard let first = text.utf8.first, beginsFormula(first) else { return text }
  return "'" + text
}

/// Appends a field that a spreadsheet does not run.
package func appendCSVField(_ text: String, to bytes: inout [UInt8]) {
  guard let first = text.utf8.first, let last = text.utf8.last else { return }
  if beginsFormula(first) || needsQuotes(first: first, last: last)
    || text.utf8.contains(where: isSpecial)
  {
    bytes.append(contentsOf: csvField(spreadsheetSafe(text)).utf8)
  } else {
    bytes.append(contentsOf: text.utf8)
  }
}

private let quote = UInt8(ascii: "\"")

private func needsQuotes(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.first, let last = bytes.last else { return false }
  return needsQuotes(first: first, last: last) || bytes.contains(where: isSpecial)
}

private func needsQuotes(first: UInt8, last: UInt8) -> Bool {
  first == UInt8(ascii: "#") || isBlank(first) || isBlank(last)
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ","), UInt8(ascii: ";"), quote, UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
  default: false
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

private func beginsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
    UInt8(ascii: "\t"), UInt8(ascii: "\r"):
    true
  default: false
  }
}
