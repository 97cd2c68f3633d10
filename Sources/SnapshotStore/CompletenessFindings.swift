import UsageModel

/// What is missing in the data as a whole.
/// - Parameter silences: Of the days that they name a finding of its own speaks.
func completenessFindings(
  of calendar: DataCalendar, ignored: [IgnoredMetric], silences: [Silence],
  sources: [CacheRules.Source]
) -> [Finding] {
  var findings: [Finding] = []
  let silentDays = Dictionary(uniqueKeysWithValues: silences.map { ($0.source, Set($0.days)) })
  if calendar.days.isEmpty {
    findings.append(
      Finding(
        severity: .attention, code: "no-usage", subject: "snapshot",
        detail: "there is no usage yet",
        remedy: remedy(
          for: sources, import: "run `tokenbook import`", pull: "run `tokenbook pull`")))
  }
  for day in calendar.days {
    switch calendar.status(of: day) {
    case .missing:
      findings.append(
        Finding(
          severity: .problem, code: "missing-day", day: day, subject: day.description,
          detail: "no source has delivered \(day)", remedy: delivering(day, by: sources)))
    case .partial:
      let missing = calendar.sourcesMissing(on: day)
        .filter { silentDays[$0]?.contains(day) != true }
      guard !missing.isEmpty else { continue }
      let names = missing.map { "'\($0)'" }.joined(separator: ", ")
      findings.append(
        Finding(
          severity: .attention, code: "partial-day", day: day, subject: day.description,
          detail: "\(names) \(missing.count == 1 ? "has" : "have") not delivered \(day)",
          remedy: delivering(day, by: sources.filter { missing.contains($0.name) })
            + ", or write `until:` for a source that has ended"))
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

private func delivering(_ day: CalendarDay, by sources: [CacheRules.Source]) -> String {
  remedy(
    for: sources, import: "import the files of \(day)",
    pull: "run `tokenbook pull --from \(day) --to \(day)`")
}

/// What to do where sources are read from files, pulled, or some of both.
private func remedy(
  for sources: [CacheRules.Source], import importing: String, pull pulling: String
) -> String {
  if sources.allSatisfy({ !$0.isPulled }) { return importing }
  return sources.allSatisfy(\.isPulled) ? pulling : "\(importing), or \(pulling)"
}
