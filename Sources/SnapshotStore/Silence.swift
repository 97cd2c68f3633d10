import UsageModel

/// The days after a source's last usage on which it was asked and had nothing. They are shown as
/// missing, not as zero.
struct Silence {
  let source: String
  /// The last day with usage; nil where there never was any.
  let since: CalendarDay?
  /// In order, at least one.
  let days: [CalendarDay]

  static func all(
    in pulled: [StoredPulledDay], _ calendar: DataCalendar, rules: CacheRules
  ) -> [Silence] {
    rules.sources.filter(\.isPulled).compactMap { source in
      let newest = calendar.sources.first { $0.name == source.name }?.newest
      let silent = pulled.filter { day in
        day.source == source.name && source.counts(on: day.day)
          && newest.map { day.day > $0 } ?? true
      }
      guard let last = silent.last, (calendar.asOf ?? last.day) >= newest ?? last.day else {
        return nil
      }
      return Silence(source: source.name, since: newest, days: silent.map(\.day))
    }
  }

  func finding(lookback: Int) -> Finding {
    let count = "\(days.count) \(days.count == 1 ? "day" : "days")"
    return Finding(
      severity: days.count > lookback ? .attention : .note, code: "silent-source",
      day: since, subject: source,
      detail: since.map {
        "source '\(source)' answered without usage for \(count) after \($0): "
          + "is nothing used, or is nothing sent?"
      } ?? "source '\(source)' answered without usage for all \(count) it was asked for",
      remedy: "run `tokenbook check --source \(source)`")
  }
}
