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
  guard let first = text.utf8.first, formulaBeginnings.contains(first) else { return text }
  return "'" + text
}

private let quote = UInt8(ascii: "\"")
private let special = Set(",;\"\r\n".utf8)
private let blanks = Set(" \t".utf8)
private let formulaBeginnings = Set("=+-@\t\r".utf8)

private func needsQuotes(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.first, let last = bytes.last else { return false }
  return bytes.contains(where: special.contains) || first == UInt8(ascii: "#")
    || blanks.contains(first) || blanks.contains(last)
}
