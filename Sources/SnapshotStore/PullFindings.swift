import UsageModel

/// What pulls tell beside their days: days that changed after they should have, and sources that have
/// fallen silent.
func pullFindings(
  _ pulled: [StoredPulledDay], ledger: [LedgerDay], _ calendar: DataCalendar, rules: CacheRules
) -> [Finding] {
  rules.sources.filter(\.isPulled).flatMap { source in
    let days = pulled.filter { $0.source == source.name }
    let stored = ledger.filter { $0.source == source.name }
    return revisions(of: days, stored: stored, calendar, lookback: rules.lookback)
      + silence(of: source, days, calendar, lookback: rules.lookback)
  }
}

/// Days that the last pull changed although they were received already.
private func revisions(
  of days: [StoredPulledDay], stored: [LedgerDay], _ calendar: DataCalendar, lookback: Int
) -> [Finding] {
  let lastAskedOn = days.map(\.askedOn).max()
  return days.compactMap { day in
    guard let revision = day.revision, revision.on == lastAskedOn,
      !isProvisional(day.day, askedOn: revision.on, lookback: lookback),
      calendar.asOf.map({ day.day <= $0 }) ?? false,
      let now = stored.first(where: { $0.day == day.day })?.receipt
    else { return nil }
    let change =
      now.rows == revision.rowsBefore
      ? "other counts in \(groupedDigits(now.rows)) records"
      : "\(groupedDigits(now.rows)) records instead of \(groupedDigits(revision.rowsBefore))"
    return Finding(
      severity: .note, code: "revised-day", day: day.day, subject: day.source,
      detail: "source '\(day.source)' changed \(day.day) after it was received: \(change)",
      remedy: "nothing to do: the amounts of \(day.day) are the new ones")
  }
}

/// Days after the last usage on which the source was asked and had nothing. They are shown as missing,
/// not as zero.
private func silence(
  of source: CacheRules.Source, _ days: [StoredPulledDay], _ calendar: DataCalendar, lookback: Int
) -> [Finding] {
  let newest = calendar.sources.first { $0.name == source.name }?.newest
  let silent = days.filter { day in
    newest.map { day.day > $0 } ?? true && source.until.map { day.day <= $0 } ?? true
  }
  guard let last = silent.last, (calendar.asOf ?? last.day) >= newest ?? last.day else { return [] }
  let count = "\(silent.count) \(silent.count == 1 ? "day" : "days")"
  return [
    Finding(
      severity: silent.count > lookback ? .attention : .note, code: "silent-source",
      day: newest, subject: source.name,
      detail: newest.map {
        "source '\(source.name)' answered without usage for \(count) after \($0): "
          + "is nothing used, or is nothing sent?"
      } ?? "source '\(source.name)' answered without usage for all \(count) it was asked for",
      remedy: "run `tokenbook check --source \(source.name)`")
  ]
}
