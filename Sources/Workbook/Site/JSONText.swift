/// A JSON string that is harmless wherever it is put: `<` is escaped too.
func jsonText(_ text: String) -> String {
  var escaped = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": escaped += "\\\""
    case "\\": escaped += "\\\\"
    case "<": escaped += "\\u003c"
    case "\u{0}"..."\u{1F}": escaped += "\u{FFFD}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped + "\""
}
