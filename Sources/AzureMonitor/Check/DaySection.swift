import UsageModel

/// Days without records; of the gateway's log also what its calls lack.
func daySection(_ checked: CheckedSource) -> ReportSection? {
  var section = ReportSection(title: "Days")
  if checked.isGatewayLog {
    guard let days = checked.answers.gatewayDays else { return nil }
    section.lines += dayLines(days.map { ($0.day, $0.calls) }, noun: "call", "calls", checked)
    section.lines += gatewayLines(days)
  } else {
    guard let days = checked.answers.repeated else { return nil }
    guard !days.isEmpty else {
      section.lines.append(
        .fact("Without '\(TokenMetric.total.rawValue)' the days cannot be told apart."))
      return section
    }
    section.lines += dayLines(
      days.map { ($0.day, $0.records) }, noun: "record",
      "records of '\(TokenMetric.total.rawValue)'", checked)
  }
  return section
}

private func dayLines(
  _ counts: [(day: CalendarDay, count: Int64)], noun: String, _ nouns: String,
  _ checked: CheckedSource
) -> [ReportSection.Line] {
  let present = Set(counts.filter { $0.count > 0 }.map(\.day))
  let expected = checked.days.filter { day in checked.source.until.map { day <= $0 } ?? true }
  let silent = expected.filter { !present.contains($0) }
  guard !silent.isEmpty else {
    guard let least = counts.min(by: { $0.count < $1.count }),
      let most = counts.max(by: { $0.count < $1.count })
    else { return [] }
    let range =
      least.count == most.count
      ? "\(groupedDigits(least.count)) each"
      : "from \(groupedDigits(least.count)) on \(least.day) to \(groupedDigits(most.count)) on "
        + "\(most.day)"
    return [.fact("Every day has \(nouns), \(range).")]
  }
  var lines: [ReportSection.Line] = [
    .finding(
      "no \(nouns) on \(daysInWords(silent))",
      fix: "if there were calls on \(silent.count == 1 ? "that day" : "those days"), "
        + (checked.isGatewayLog
          ? "see whether the gateway's category 'GatewayLlmLogs' was sent; "
          : "go through the settings that tokenbook policy prints; ")
        + "a day without calls needs nothing")
  ]
  if let last = present.max(), let end = expected.last, last < end {
    lines.append(
      .suspicion(
        "the gateway now sends elsewhere, or no more",
        evidence: "the last \(noun) is of \(last)",
        look: "see where the gateway's logger sends now; if it has moved, end this source with "
          + "until: \(last) and add the new one"))
  }
  return lines
}

private func gatewayLines(_ days: [GatewayDay]) -> [ReportSection.Line] {
  guard !days.isEmpty else { return [] }
  var lines: [ReportSection.Line] = [
    .table(
      ReportTable(
        columns: [
          .text("day"), .number("calls"), .number("no log line"),
          .number("no subscription"), .number("no model"), .number("no tokens"),
          .number("several counts"),
        ],
        rows: days.map { day in
          [day.day.description]
            + [
              day.calls, day.unattributed, day.withoutSubscription, day.withoutModel,
              day.withoutTokens, day.severalRecords,
            ].map { groupedDigits($0) }
        }))
  ]
  func sum(_ count: KeyPath<GatewayDay, Int64>) -> Int64 {
    days.reduce(0) { $0 &+ $1[keyPath: count] }
  }
  let calls = sum(\.calls)
  func share(_ part: Int64) -> String {
    "\(counted(part, "call")) (\(percentText(part, of: calls)))"
  }
  let unattributed = sum(\.unattributed)
  if unattributed > 0 {
    lines.append(
      .finding(
        "\(share(unattributed)) without a line in ApiManagementGatewayLogs: their team is not known",
        fix: "send the gateway's category 'GatewayLogs' to the same workspace, in 'Resource "
          + "specific' mode"))
  }
  let withoutTokens = sum(\.withoutTokens)
  if withoutTokens > 0 {
    lines.append(
      .suspicion(
        "streamed calls do not ask for their usage",
        evidence: "\(share(withoutTokens)) without tokens; calls that failed have none either",
        look: "see whether these calls stream; they need \"stream_options\": "
          + "{\"include_usage\": true}"))
  }
  let several = sum(\.severalRecords)
  if several > 0 {
    lines.append(
      .suspicion(
        "some calls ask several models, and only the largest count of each is used",
        evidence: "\(share(several)) with several records of counts",
        look: "compare one of them in the portal, by its CorrelationId"))
  }
  return lines
}
