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
      SELECT subscription, min(day), sum(tokens) FROM stored_charge WHERE team = ?
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
  func unpricedModels() throws -> [Finding] {
    var classes: [UnpricedClass] = []
    try RepeatedStatement(
      database,
      """
      SELECT model, token_class, min(iif(rate IS NULL, day, NULL)),
        sum(iif(rate IS NULL, tokens, 0)), count(rate)
      FROM charge_lines
      WHERE model IN (SELECT model FROM monthly WHERE unpriced_tokens > 0)
      GROUP BY model, token_class ORDER BY model, token_class
      """
    ).forEachRow { row in
      classes.append(
        UnpricedClass(
          model: row.text(0), tokenClass: TokenClass(rawValue: row.text(1)),
          firstDay: CalendarDay(row.text(2)), tokens: row.integer(3),
          isPricedElsewhere: row.integer(4) > 0))
    }
    return Dictionary(grouping: classes, by: \.model).values.flatMap(findings)
  }

  /// - Parameter classes: All of one model that have tokens.
  private func findings(of classes: [UnpricedClass]) -> [Finding] {
    let unpriced = classes.filter { $0.tokens > 0 }
    guard let model = unpriced.first?.model, let firstDay = unpriced.compactMap(\.firstDay).min()
    else { return [] }
    if !classes.contains(where: \.isPricedElsewhere),
      lines.canPriceAllClasses(of: model, from: firstDay)
    {
      let tokens = unpriced.reduce(Int128(0)) { $0 + Int128($1.tokens) }
      return [finding(model, nil, firstDay, tokens)]
    }
    return unpriced.compactMap { unpriced in
      unpriced.firstDay.map { finding(model, unpriced.tokenClass, $0, Int128(unpriced.tokens)) }
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

/// The tokens of one class of a model.
private struct UnpricedClass {
  let model: String
  let tokenClass: TokenClass?
  /// The first without a price; nil where all have one.
  let firstDay: CalendarDay?
  /// Without a price.
  let tokens: Int64
  let isPricedElsewhere: Bool
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
