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
  let spare = names.filter { !wanted.contains($0) }
  if !checked.answers.hasEveryMetric {
    section.lines.append(
      .fact("Of the \(groupedDigits(names.count)) metrics that occur most; there may be others."))
  }
  for name in wanted where checked.answers.hasEveryMetric && !names.contains(name) {
    section.lines.append(absence(of: name, similarName(to: name, in: spare), checked))
  }
  let unknown = names.filter { checked.isPulled($0) && TokenMetric(rawValue: $0) == nil }
  if !unknown.isEmpty {
    section.lines.append(
      .fact(
        "No kind of token that has a price: \(namesInWords(unknown, most: 8)). Stored under "
          + "\(unknown.count == 1 ? "its" : "their") own name."))
  }
  section.lines += leftOut(names, checked)
  return section
}

private func absence(
  of name: String, _ near: String?, _ checked: CheckedSource
) -> ReportSection.Line {
  let text =
    "'\(shownName(name))' does not occur"
    + (checked.source.metrics == nil ? "" : ", and tokenbook.yml asks for it")
    + (name == TokenMetric.total.rawValue ? ", so the number of requests is not known" : "")
    + (near.map { "; '\(shownName($0))' does" } ?? "")
  guard let near else {
    return .finding(
      text,
      fix: "let the gateway send it (tokenbook policy)"
        + (checked.source.metrics == nil ? "" : ", or leave it out of 'metrics:'"))
  }
  guard let metrics = checked.source.metrics else {
    return .finding(
      text, fix: "let the gateway send it as '\(shownName(name))'; other names have no price")
  }
  return .finding(
    text, fix: "if that is the same, write \(metricsKey(metrics.map { $0 == name ? near : $0 }))")
}

/// Kinds of token that have a price and are not asked for.
private func leftOut(_ names: [String], _ checked: CheckedSource) -> [ReportSection.Line] {
  guard let metrics = checked.source.metrics else { return [] }
  let left = names.filter { !metrics.contains($0) && TokenMetric(rawValue: $0) != nil }
  guard !left.isEmpty else { return [] }
  let occurring = metrics.filter(names.contains)
  return [
    .finding(
      "\(namesInWords(left, most: 8)) \(left.count == 1 ? "occurs" : "occur"), and tokenbook.yml "
        + "does not ask for \(left.count == 1 ? "it" : "them")",
      fix: "write \(metricsKey(occurring + left))")
  ]
}

private func metricsKey(_ names: [String]) -> String {
  "metrics: [\(names.map(yamlText).joined(separator: ", "))]"
}

private func isLikeTokens(_ name: String) -> Bool { name.lowercased().contains("token") }

/// `1 day`, `2 days`
func counted(_ number: some BinaryInteger, _ noun: String) -> String {
  "\(groupedDigits(number)) \(noun)\(number == 1 ? "" : "s")"
}
