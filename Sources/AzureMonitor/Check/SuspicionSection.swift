import UsageModel

/// What cannot be known from the records: double emission, sampling, a move.
func suspicionSection(_ checked: CheckedSource) -> ReportSection? {
  var section = ReportSection(title: "Double counting, sampling, moves")
  if let days = checked.answers.repeated, !days.isEmpty { section.lines += repetitionLines(days) }
  section.lines += samplingLines(checked)
  if let places = checked.answers.places { section.lines += placeLines(places) }
  return section.lines.isEmpty ? nil : section
}

/// Equal calls in the same minute look like twins, so only a share of a fifth or more is a sign: where
/// two policies emit for one API only, others dilute it.
private func repetitionLines(_ days: [RepeatedRecords]) -> [ReportSection.Line] {
  let suspicious = days.filter { $0.repeated > 0 && $0.repeated >= $0.records / 5 }
  let all = suspicious.isEmpty ? days : suspicious
  let records = all.reduce(0) { $0 &+ $1.records }
  let repeated = all.reduce(0) { $0 &+ $1.repeated }
  let evidence =
    "\(groupedDigits(repeated)) of \(counted(records, "record")) "
    + "(\(percentText(repeated, of: records)))"
  guard !suspicious.isEmpty else {
    return [
      .fact(
        repeated == 0
          ? "No record of a total equals another: no sign that two policies emit the same calls."
          : "\(evidence) equal another. Equal calls in one minute look so too: too few to suspect "
            + "that two policies emit.")
    ]
  }
  let tokens = suspicious.reduce(0) { $0 &+ $1.tokens }
  return [
    .suspicion(
      "two policies emit the same calls, so that tokens count twice",
      evidence:
        "on \(daysInWords(suspicious.map(\.day))) \(evidence) equal another; the copies add "
        + counted(tokens, "token"),
      look: "see whether llm-emit-token-metric stands at more than one scope: all APIs, product, "
        + "API, operation")
  ]
}

private func samplingLines(_ checked: CheckedSource) -> [ReportSection.Line] {
  if checked.answers.isRequestTableMissing {
    return [.fact("Sampling: there is no table of requests to tell by, which proves nothing.")]
  }
  guard let roles = checked.answers.sampled else { return [] }
  guard !roles.isEmpty else {
    return [.fact("Sampling: there are no records of requests to tell by, which proves nothing.")]
  }
  let sampled = roles.filter { $0.requests > $0.records }
  guard !sampled.isEmpty else {
    let records = roles.reduce(0) { $0 &+ $1.records }
    return [
      .fact(
        "No sign of sampling: \(counted(records, "record")) of requests, each of one request.")
    ]
  }
  let evidence = sampled.prefix(5).map { role in
    "\(counted(role.records, "record")) of '\(shownName(role.role))' "
      + (role.records == 1 ? "stands for " : "stand for ")
      + counted(role.requests, "request")
  }.joined(separator: "; ")
  return [
    .suspicion(
      "the gateway's telemetry is sampled, and tokens are missing",
      evidence: evidence + "; whether that thins metrics too is not documented",
      look:
        "see whether that is the gateway, and set its diagnostics' sampling to 100 percent, fixed")
  ]
}

private func placeLines(_ places: [RecordPlace]) -> [ReportSection.Line] {
  guard places.count > 1 else { return [] }
  var lines: [ReportSection.Line] = [
    .fact("Records come from \(places.count) places:"),
    .table(
      ReportTable(
        columns: [
          .text("resource"), .text("role or region"), .number("records"),
          .text("first (UTC)"), .text("last (UTC)"),
        ],
        rows: places.map { place in
          [
            shownName(place.resource), shownName(place.role), groupedDigits(place.records),
            place.first.map(\.description) ?? "–", place.last.map(\.description) ?? "–",
          ]
        })),
  ]
  if let (old, new) = succession(places), let last = old.last, let first = new.first {
    lines.append(
      .suspicion(
        "the gateway's resource has moved",
        evidence:
          "'\(shownName(old.resource))' ends at \(last), '\(shownName(new.resource))' begins "
          + "at \(first)",
        look: "see whether older usage lies in another workspace; it would be a source of its own, "
          + "with 'until:'"))
  }
  return lines
}

/// One resource that ends before another begins, where no resource has both before and after.
private func succession(_ places: [RecordPlace]) -> (old: RecordPlace, new: RecordPlace)? {
  var spans: [String: RecordPlace] = [:]
  for place in places where !place.resource.isEmpty {
    guard let known = spans[place.resource] else {
      spans[place.resource] = place
      continue
    }
    spans[place.resource] = RecordPlace(
      resource: place.resource, role: known.role, records: known.records &+ place.records,
      first: [known.first, place.first].compactMap { $0 }.min(),
      last: [known.last, place.last].compactMap { $0 }.max())
  }
  let ordered = spans.values.filter { $0.first != nil && $0.last != nil }.sorted {
    ($0.first ?? Timestamp(ticks: 0), $0.resource) < ($1.first ?? Timestamp(ticks: 0), $1.resource)
  }
  guard ordered.count == 2, let end = ordered[0].last, let begin = ordered[1].first, end < begin
  else { return nil }
  return (ordered[0], ordered[1])
}
