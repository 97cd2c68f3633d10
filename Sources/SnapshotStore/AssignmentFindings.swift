import GRDB
import Pricing
import UsageModel

/// What the files do not say: who pays, and what it costs. Reads the finished charges.
struct AssignmentFindings {
  private let database: Database
  private let lines: PasteableLines

  init(database: Database, book: PriceBook, currency: String) {
    self.database = database
    lines = PasteableLines(book: book, currency: currency)
  }

  func unassignedSubscriptions() throws -> [Finding] {
    var findings: [Finding] = []
    try RepeatedStatement(
      database,
      """
      SELECT subscription, min(day), sum(tokens) FROM charges WHERE team = ?
      GROUP BY subscription
      """
    ).forEachRow([.text(Payer.unassigned)]) { row in
      guard let firstDay = CalendarDay(row.text(1)) else { return }
      let subscription = row.text(0)
      let tokens = "\(groupedDigits(row.integer(2))) tokens"
      let isNamed = subscription != SeriesKey.unknown
      let line = lines.subscription(subscription, from: firstDay)
      findings.append(
        Finding(
          severity: .attention, code: "unassigned-subscription", day: firstDay,
          subject: subscription,
          detail: isNamed
            ? "no team pays for subscription '\(subscription)': \(tokens)"
            : "\(tokens) came without a subscription",
          remedy: line.map { "add to subscriptions.csv: \($0)" }
            ?? (isNamed
              ? "let the gateway send another id: subscriptions.csv cannot hold this one"
              : "let the gateway policy send the dimension 'Subscription ID'"),
          line: line))
    }
    return findings
  }

  /// One per model where it has no price at all, otherwise one per token class without a price.
  /// - Parameter uses: Of all models and classes that have tokens.
  func unpricedModels(_ uses: [MonthSummary.ClassUse]) -> [Finding] {
    Dictionary(grouping: uses, by: \.model).values.flatMap(findings)
  }

  /// - Parameter uses: All of one model.
  private func findings(of uses: [MonthSummary.ClassUse]) -> [Finding] {
    let unpriced = uses.filter { $0.unpricedTokens.value > 0 }
    guard let model = unpriced.first?.model,
      let firstDay = unpriced.compactMap(\.firstUnpricedDay).min()
    else { return [] }
    if !uses.contains(where: \.isPriced),
      lines.canPriceAllClasses(of: model, from: firstDay)
    {
      let tokens = unpriced.reduce(Int128(0)) { $0 + $1.unpricedTokens.value }
      return [finding(model, nil, firstDay, tokens)]
    }
    return unpriced.compactMap { use in
      use.firstUnpricedDay.map { finding(model, use.tokenClass, $0, use.unpricedTokens.value) }
    }
  }

  private func finding(
    _ model: String, _ tokenClass: TokenClass?, _ firstDay: CalendarDay, _ tokens: Int128
  ) -> Finding {
    let what = tokenClass.map { "\($0.rawValue) tokens" } ?? "tokens"
    let line = lines.rate(model: model, tokenClass: tokenClass, from: firstDay)
    return Finding(
      severity: .problem, code: "unpriced-model", day: firstDay, subject: model,
      detail: "\(groupedDigits(tokens)) \(what) of '\(model)' have no agreed price",
      remedy: line.map { "add to rates.csv: \($0)" }
        ?? (model == SeriesKey.unknown
          ? "let the gateway policy send the dimension 'Model'"
          : "let the gateway send another model name: rates.csv cannot hold this one"),
      line: line)
  }
}

/// Rates that could have priced something by now and did not.
func unusedRateFindings(
  _ book: PriceBook, usedLines: Set<Int>, calendar: DataCalendar
) -> [Finding] {
  guard let first = calendar.days.first, let last = calendar.days.last else { return [] }
  return book.rates.filter { rate in
    !usedLines.contains(rate.line) && rate.validity.overlaps(Validity(from: first, to: last))
  }.map { rate in
    Finding(
      severity: .note, code: "unused-rate", subject: rate.id,
      detail: "line \(rate.line) of rates.csv (\(inWords(rate.scope))) has priced nothing",
      remedy: "check its spelling, or give it a valid_to")
  }
}
