import ContentHash

/// `build.json`: what the site was made from and by which release. It holds no time.
func buildReport(_ workbook: CompiledWorkbook, theme: Theme, facts: SiteFacts) -> SiteFile {
  let inputs = sha256Hex(
    chunks: [
      Array(workbook.contentHash.utf8), theme.stylesheet, Array(facts.inputsHash.utf8),
    ])
  let text = """
    {
      "version": \(jsonText(facts.version)),
      "as_of": \(jsonText(facts.asOf.description)),
      "users": \(jsonText(facts.users)),
      "inputs": \(jsonText(inputs))
    }

    """
  return SiteFile(path: "build.json", bytes: Array(text.utf8))
}

private func jsonText(_ text: String) -> String {
  var escaped = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": escaped += "\\\""
    case "\\": escaped += "\\\\"
    case "\u{0}"..."\u{1F}": escaped += "\u{FFFD}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped + "\""
}
