import UsageModel

/// What is missing in the data as a whole.
func completenessFindings(
  of calendar: DataCalendar, ignored: [IgnoredMetric]
) -> [Finding] {
  var findings: [Finding] = []
  if calendar.days.isEmpty {
    findings.append(
      Finding(
        severity: .attention, code: "no-usage", subject: "snapshot",
        detail: "there is no usage yet", remedy: "run `tokenbook import`"))
  }
  for day in calendar.days {
    switch calendar.status(of: day) {
    case .missing:
      findings.append(
        Finding(
          severity: .problem, code: "missing-day", day: day, subject: day.description,
          detail: "no source has delivered \(day)", remedy: "import the files of \(day)"))
    case .partial:
      let missing = calendar.sourcesMissing(on: day)
      let names = missing.map { "'\($0)'" }.joined(separator: ", ")
      findings.append(
        Finding(
          severity: .attention, code: "partial-day", day: day, subject: day.description,
          detail: "\(names) \(missing.count == 1 ? "has" : "have") not delivered \(day)",
          remedy: "import the files of \(day), or write `until:` for a source that has ended"))
    case .provisional, .received:
      continue
    }
  }
  for metric in ignored {
    findings.append(
      Finding(
        severity: .note, code: "ignored-metric", subject: metric.metric,
        detail: "up to \(groupedDigits(metric.records)) records in one import of source "
          + "'\(metric.source)' were not kept: the name does not end in ' Tokens'",
        remedy: "nothing to do, unless the source has renamed a token metric"))
  }
  return findings
}
