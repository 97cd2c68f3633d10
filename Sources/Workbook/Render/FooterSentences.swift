import UsageModel

/// `Data complete to Sunday 22 November 2026.`
func completeSentence(_ facts: SiteFacts, completeTo: CalendarDay?) -> String {
  guard let completeTo else { return "No day is complete." }
  let missing = facts.missingDays
  let gaps =
    missing.isEmpty
    ? "" : " There is no data for \(listed(missing, facts.locale))."
  let later =
    completeTo == facts.asOf
    ? "" : " Later days up to \(facts.locale.dayText(facts.asOf)) lack a source."
  return "Data complete to \(facts.locale.weekdayDateText(completeTo)).\(later)\(gaps)"
}

/// What may still change, what a day is, and what the amounts are.
func basisSentences(_ facts: SiteFacts) -> String {
  let open = facts.daysThatMayChange
  let change = open.isEmpty ? "" : "\(listed(open, facts.locale)) may still change. "
  return change + "Days are calendar days in \(facts.timeZone). Amounts are in \(facts.currency) "
    + "at agreed internal rates, not the vendor\u{2019}s invoice."
}

/// `20, 21 and 22 November` would be read wrongly across months, so every day names its month.
private func listed(_ days: [CalendarDay], _ locale: LocaleNotation) -> String {
  guard days.count <= 3, let last = days.last else {
    return "\(days.count) days"
  }
  let others = days.dropLast().map(locale.dayText).joined(separator: ", ")
  return others.isEmpty ? locale.dayText(last) : others + " and " + locale.dayText(last)
}
