import UsageModel

/// What pulls tell beside their days: days that changed after they should have, and answers that were
/// not taken.
/// - Parameter refused: By source, the days of which the newest answer was refused, in order.
func pullFindings(
  _ pulled: [StoredPulledDay], refused: [String: [CalendarDay]], ledger: [LedgerDay],
  _ calendar: DataCalendar, rules: CacheRules
) -> [Finding] {
  rules.sources.filter(\.isPulled).flatMap { source in
    let days = pulled.filter { $0.source == source.name && source.counts(on: $0.day) }
    let stored = ledger.filter { $0.source == source.name }
    let refusedDays = (refused[source.name] ?? []).filter { day in
      source.counts(on: day) && calendar.asOf.map { day <= $0 } ?? false
    }
    return revisions(of: days, stored: stored, calendar, lookback: rules.lookback)
      + refusals(of: source.name, refusedDays)
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

/// Days of which the last answer held less than is stored: days in a row together.
private func refusals(of source: String, _ days: [CalendarDay]) -> [Finding] {
  var runs: [[CalendarDay]] = []
  for day in days {
    if let last = runs.last?.last, last.advanced(by: 1) == day {
      runs[runs.count - 1].append(day)
    } else {
      runs.append([day])
    }
  }
  return runs.compactMap { days in
    guard let first = days.first, let last = days.last else { return nil }
    let span = first == last ? "\(first)" : "\(first) to \(last)"
    return Finding(
      severity: .attention, code: "refused-day", day: first, subject: source,
      detail: "source '\(source)' last answered with less than is stored of \(span), and the "
        + "answer was not taken",
      remedy: acceptingLess(of: days, from: source))
  }
}
