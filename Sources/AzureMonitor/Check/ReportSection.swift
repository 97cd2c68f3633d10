/// A part of what a check reports.
package struct ReportSection: Hashable, Sendable {
  package enum Line: Hashable, Sendable {
    /// What is known.
    case fact(String)
    /// What is known and should be mended, and how.
    case finding(String, fix: String)
    /// What may be, with what speaks for it, and how to find out.
    case suspicion(String, evidence: String, look: String)
    case table(ReportTable)
    case numbered([String])
  }

  let title: String
  var lines: [Line] = []

  /// Empty where nothing is said.
  var text: String {
    guard !lines.isEmpty else { return "" }
    return ([title] + lines.flatMap(texts)).joined(separator: "\n")
  }
}

private func texts(_ line: ReportSection.Line) -> [String] {
  switch line {
  case .fact(let text): ["  " + text]
  case .finding(let text, let fix): ["  ! " + text, "      fix: " + fix]
  case .suspicion(let text, let evidence, let look):
    ["  ? Suspicion: " + text, "      evidence: " + evidence, "      to be sure: " + look]
  case .table(let table): table.lines.map { "    " + $0 }
  case .numbered(let texts): texts.enumerated().map { "    \($0 + 1). \($1)" }
  }
}
