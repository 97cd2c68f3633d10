/// Text between double quotes, read back by Kusto as just that text whatever it holds.
///
/// The escapes are those that KQL and JSON have in common. Beside the quote and the backslash,
/// whatever cannot be seen is escaped, so that a printed query reads as it runs: line breaks,
/// control characters, and marks that turn the direction of writing.
func stringLiteral(_ text: String) -> String {
  var literal = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": literal += "\\\""
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case "\r": literal += "\\r"
    case "\t": literal += "\\t"
    case _ where isInvisible(scalar): literal += "\\u" + fourHexDigits(scalar.value)
    default: literal.unicodeScalars.append(scalar)
    }
  }
  return literal + "\""
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
  // Four digits reach no further. What lies beyond can neither end a line nor turn one.
  guard scalar.value <= 0xFFFF else { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: return true
  default: return false
  }
}

private func fourHexDigits(_ number: UInt32) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 4 - digits.utf8.count) + digits
}
