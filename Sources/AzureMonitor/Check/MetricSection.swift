import UsageModel

/// Which metrics occur, and which of those that are expected do not.
func metricSection(_ checked: CheckedSource) -> ReportSection? {
  guard let metrics = checked.answers.metrics else { return nil }
  var section = ReportSection(title: "Metrics")
  let names = metrics.map(\.name)
  let shown = metrics.filter { checked.isPulled($0.name) || isLikeTokens($0.name) }
  if !shown.isEmpty {
    section.lines.append(
      .table(
        ReportTable(
          columns: [
            .text("name"), .number("records"), .number("tokens"), .text("last record (UTC)"),
            .text("pulled"),
          ],
          rows: shown.map { metric in
            [
              shownName(metric.name), groupedDigits(metric.records),
              metric.sum.map { groupedDigits($0) } ?? "–",
              metric.last.map(\.description) ?? "–", checked.isPulled(metric.name) ? "yes" : "no",
            ]
          })))
  }
  let others = metrics.count - shown.count
  if others > 0 {
    section.lines.append(
      .fact("\(counted(others, "other metric")) that count\(others == 1 ? "s" : "") no tokens."))
  }
  let wanted =
    checked.source.metrics ?? [TokenMetric.prompt, .completion, .total].map(\.rawValue)
  for name in wanted where !names.contains(name) {
    section.lines.append(absence(of: name, names: names.filter { !wanted.contains($0) }, checked))
  }
  section.lines += unusual(shown, checked)
  return section
}

private func absence(
  of name: String, names: [String], _ checked: CheckedSource
) -> ReportSection.Line {
  let consequence =
    name == TokenMetric.total.rawValue ? ", so the number of requests is not known" : ""
  let asked = checked.source.metrics == nil ? "" : ", and tokenbook.yml asks for it"
  let near = similarName(to: name, in: names)
  let text =
    "'\(shownName(name))' does not occur\(asked)\(consequence)"
    + (near.map { "; '\(shownName($0))' does" } ?? "")
  guard let near else {
    return .finding(
      text, fix: "let the gateway send it (tokenbook policy), or leave it out of 'metrics:'")
  }
  let metrics = (checked.source.metrics ?? []).map { $0 == name ? near : $0 }
  return .finding(
    text,
    fix: metrics.isEmpty
      ? "let the gateway send it under the first name: Tokenbook knows no other"
      : "if that is the same, write metrics: [\(metrics.map(yamlText).joined(separator: ", "))]")
}

private func unusual(
  _ shown: [OccurringMetric], _ checked: CheckedSource
) -> [ReportSection.Line] {
  let unknown = shown.map(\.name).filter {
    checked.isPulled($0) && TokenMetric(rawValue: $0) == nil
  }
  let left = shown.map(\.name).filter { !checked.isPulled($0) && TokenMetric(rawValue: $0) != nil }
  var lines: [ReportSection.Line] = []
  if !unknown.isEmpty {
    lines.append(
      .fact(
        "Tokenbook has no price for \(namesInWords(unknown, most: 8)): stored under "
          + "\(unknown.count == 1 ? "its" : "their") own name."))
  }
  if !left.isEmpty, let metrics = checked.source.metrics {
    lines.append(
      .finding(
        "\(namesInWords(left, most: 8)): tokenbook.yml does not ask for it",
        fix: "write metrics: [\((metrics + left).map(yamlText).joined(separator: ", "))]"))
  }
  return lines
}

private func isLikeTokens(_ name: String) -> Bool { name.lowercased().contains("token") }

/// `1 day`, `2 days`
func counted(_ number: some BinaryInteger, _ noun: String) -> String {
  "\(groupedDigits(number)) \(noun)\(number == 1 ? "" : "s")"
}
