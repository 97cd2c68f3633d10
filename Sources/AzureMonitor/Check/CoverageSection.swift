import UsageModel

/// How much no team and no rate covers.
func coverageSections(_ checked: CheckedSource) -> [ReportSection] {
  guard !checked.coverage.isEmpty else { return [] }
  let known = checked.coverage.reduce(Amount.nothing) { $0 + $1.key.amount }
  let base = ShareBase(whole: checked.whole ?? known)
  var teams = ReportSection(title: "Teams (subscriptions.csv)")
  var rates = ReportSection(title: "Rates (rates.csv)")
  if base.count(of: known) != base.count(of: base.whole) {
    let limit = ReportSection.Line.fact(
      "Of the \(counted(checked.coverage.count, "heaviest combination")) of subscription, feature and "
        + "model, with \(base.text(of: known)).")
    teams.lines.append(limit)
    rates.lines.append(limit)
  }
  teams.lines += teamLines(checked, base)
  rates.lines += rateLines(checked, base)
  return [teams, rates]
}

private func teamLines(_ checked: CheckedSource, _ base: ShareBase) -> [ReportSection.Line] {
  var gaps = Gaps()
  for covered in checked.coverage where !covered.daysWithoutTeam.isEmpty {
    gaps.add(
      covered.key.amount,
      at: [
        shownName(covered.key.subscription),
        daysInWords(covered.daysWithoutTeam, of: checked.days),
      ],
      isWhole: covered.daysWithoutTeam.count == checked.days.count)
  }
  let isUnknownAmong = checked.coverage.contains {
    $0.key.subscription.isEmpty && !$0.daysWithoutTeam.isEmpty
  }
  return gaps.lines(
    base, columns: [.text("subscription"), .text("without a team")],
    none: "Every subscription has a team on every day.",
    whole: "of subscriptions that have no team",
    partly: "of subscriptions that have a team on some of the days only",
    fix: "add these subscriptions, with their team and 'from', to subscriptions.csv"
      + (isUnknownAmong ? "; (empty) is named 'unknown' there" : ""))
}

private func rateLines(_ checked: CheckedSource, _ base: ShareBase) -> [ReportSection.Line] {
  var gaps = Gaps()
  for covered in checked.coverage where !covered.missingRates.isEmpty {
    let isWhole =
      covered.missingRates.count == covered.classes
      && covered.missingRates.allSatisfy { $0.days.count == checked.days.count }
    let model = shownName(covered.key.model)
    let booked = shownName(covered.bookedModel)
    gaps.add(
      covered.key.amount,
      at: [
        model == booked || covered.key.model.isEmpty ? booked : "\(booked) (metered as \(model))",
        missingText(covered, checked.days),
      ],
      isWhole: isWhole)
  }
  return gaps.lines(
    base, columns: [.text("model in rates.csv"), .text("without a rate")],
    none: checked.answers.knows(.metricNames)
      ? "Every model has a rate for each kind of token on every day."
      : "Every model has a rate for input and output on every day.",
    whole: "of models that have no rate",
    partly: "of models that have a rate for some days or some kinds of token only",
    fix: "add rows for these models to rates.csv; usage without a rate has no cost")
}

/// `input, output: every day`
private func missingText(_ covered: CoveredKey, _ days: ClosedRange<CalendarDay>) -> String {
  var order: [String] = []
  var classes: [String: [String]] = [:]
  for rate in covered.missingRates {
    let when = daysInWords(rate.days, of: days)
    if classes[when] == nil { order.append(when) }
    classes[when, default: []].append(rate.tokenClass)
  }
  return order.map { when in
    let names = classes[when] ?? []
    return (names.count == covered.classes ? "" : names.joined(separator: ", ") + ": ") + when
  }.joined(separator: "; ")
}

/// What is not covered, added up by what is said about it.
private struct Gaps {
  private var amounts: [[String]: Amount] = [:]
  private var whole = Amount.nothing
  private var partly = Amount.nothing

  mutating func add(_ amount: Amount, at words: [String], isWhole: Bool) {
    amounts[words] = (amounts[words] ?? .nothing) + amount
    if isWhole { whole = whole + amount } else { partly = partly + amount }
  }

  func lines(
    _ base: ShareBase, columns: [ReportTable.Column], none: String, whole wholeWords: String,
    partly partlyWords: String, fix: String
  ) -> [ReportSection.Line] {
    guard !amounts.isEmpty else { return [.fact(none)] }
    let rows = amounts.sorted { left, right in
      let (more, less) = (base.count(of: left.value), base.count(of: right.value))
      return more == less ? left.key.lexicographicallyPrecedes(right.key) : more > less
    }
    var parts: [String] = []
    if whole != .nothing { parts.append("\(base.text(of: whole)) \(wholeWords)") }
    if partly != .nothing { parts.append("\(base.text(of: partly)) \(partlyWords)") }
    return [
      .finding(parts.joined(separator: "; "), fix: fix),
      .table(
        ReportTable(
          columns: columns + [.number(base.noun), .number("share")],
          rows: rows.map {
            $0.key + [groupedDigits(base.count(of: $0.value)), base.percent(of: $0.value)]
          })),
    ]
  }
}
