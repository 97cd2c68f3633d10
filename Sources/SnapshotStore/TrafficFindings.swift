import UsageModel

/// What speaks for traffic that is counted twice, or not seen whole by each of its sources.
/// - Parameters:
///   - days: Of all sources, in order of days and sources.
///   - alternatives: In order of days.
func trafficFindings(
  _ days: [SourceDay], _ alternatives: [AlternativeDay], _ calendar: DataCalendar
) -> [Finding] {
  equalTotals(days, calendar) + differences(alternatives, calendar)
}

/// Sources of different traffics that metered exactly as much as one another.
private func equalTotals(_ days: [SourceDay], _ calendar: DataCalendar) -> [Finding] {
  struct Pair: Hashable {
    let left: String
    let right: String
  }
  var first: [Pair: CalendarDay] = [:]
  var count: [Pair: Int] = [:]
  for (day, sources) in Dictionary(grouping: days, by: \.day).sorted(by: { $0.key < $1.key }) {
    guard sources.count > 1 else { continue }
    let counting = calendar.countingSources(on: day)
    let adding = sources.filter { $0.tokens > 0 && counting?.contains($0.source) != false }
    for (index, left) in adding.enumerated() {
      for right in adding[(index + 1)...] where right.tokens == left.tokens {
        let pair = Pair(left: left.source, right: right.source)
        first[pair] = first[pair] ?? day
        count[pair, default: 0] += 1
      }
    }
  }
  return count.map { pair, count in
    Finding(
      severity: .attention, code: "same-traffic-twice", day: first[pair],
      subject: "\(pair.left), \(pair.right)",
      detail: "sources '\(pair.left)' and '\(pair.right)' metered exactly as many tokens on "
        + "\(count) \(count == 1 ? "day" : "days"): is this the same traffic, counted twice?",
      remedy: "if it is, write the same `counts:` for both in tokenbook.yml")
  }
}

/// Days that no longer change and on which an alternative saw more or less than what counts.
private func differences(
  _ alternatives: [AlternativeDay], _ calendar: DataCalendar
) -> [Finding] {
  let sources = Dictionary(uniqueKeysWithValues: calendar.sources.map { ($0.name, $0) })
  let differing = alternatives.filter { day in
    day.differs
      && [day.counting.source, day.other.source].allSatisfy { name in
        sources[name]?.status(of: day.day) == .received
      }
  }
  let byPair = Dictionary(grouping: differing) { [$0.counting.source, $0.other.source] }
  return byPair.compactMap { pair, days in
    guard let largest = days.max(by: { distance($0) < distance($1) }) else { return nil }
    return Finding(
      severity: .attention, code: "alternatives-differ", day: largest.day,
      subject: pair.joined(separator: ", "),
      detail: "on \(days.count) \(days.count == 1 ? "day" : "days") source '\(pair[1])' metered "
        + "over 1 % more or less than '\(pair[0])', which counts; on \(largest.day) "
        + "\(groupedDigits(largest.other.tokens)) tokens instead of "
        + groupedDigits(largest.counting.tokens),
      remedy:
        "does each of them see all of '\(largest.traffic)'? compare them on the data page; if "
        + "they do not, give each a `counts:` of its own, or the one that does the first place")
  }
}

private func distance(_ day: AlternativeDay) -> Int128 {
  Int128((Int128(day.other.tokens) - Int128(day.counting.tokens)).magnitude)
}
