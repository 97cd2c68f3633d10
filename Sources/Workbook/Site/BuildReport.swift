import ContentHash

/// `build.json`: what the site was made from and by which release. It holds no time.
func buildReport(_ workbook: CompiledWorkbook, theme: Theme, facts: SiteFacts) -> SiteFile {
  let inputs = sha256Hex(
    chunks: [
      Array(workbook.contentHash.utf8), theme.stylesheet, theme.script,
      theme.logo?.bytes ?? [], Array(facts.inputsHash.utf8),
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
