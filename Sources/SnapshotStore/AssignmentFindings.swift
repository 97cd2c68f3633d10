import GRDB
import Pricing
import UsageModel

/// What the files do not say: who pays, and what it costs. Reads the finished charges.
struct AssignmentFindings {
  let database: Database
  let currency: String

  func unassignedSubscriptions() throws -> [Finding] {
    var findings: [Finding] = []
    try RepeatedStatement(
      database,
      """
      SELECT s.id, min(c.day), sum(c.tokens) FROM stored_charge c
      JOIN stored_subscription s ON s.key = c.subscription
      WHERE c.team = (SELECT key FROM stored_team WHERE id = ?) GROUP BY s.id
      """
    ).forEachRow([.text(Payer.unassigned)]) { row in
      let subscription = row.text(0)
      let firstDay = row.text(1)
      let isNamed = subscription != SeriesKey.unknown
      findings.append(
        Finding(
          severity: .attention, code: "unassigned-subscription", day: CalendarDay(firstDay),
          subject: subscription,
          detail: isNamed
            ? "no team pays for subscription '\(subscription)': \(row.integer(2)) tokens"
            : "\(row.integer(2)) tokens came without a subscription",
          remedy: isNamed
            ? "add to subscriptions.csv: \(csvField(subscription)),TEAM,NAME,\(firstDay),"
            : "let the gateway policy send the dimension 'Subscription ID'"))
    }
    return findings
  }

  /// One per model where it has no price at all, otherwise one per token class without a price.
  func unpricedModels() throws -> [Finding] {
    var findings: [Finding] = []
    try RepeatedStatement(
      database,
      """
      WITH line AS (
        SELECT model, token_class, sum(tokens) AS tokens, count(rate) AS priced,
          min(iif(rate IS NULL, day, NULL)) AS first_unpriced,
          sum(iif(rate IS NULL, tokens, 0)) AS unpriced
        FROM stored_charge_line GROUP BY model, token_class)
      SELECT m.id, '', min(first_unpriced), sum(unpriced)
      FROM line JOIN stored_model m ON m.key = model
      GROUP BY m.id HAVING sum(priced) = 0
      UNION ALL
      SELECT m.id, token_class, first_unpriced, unpriced
      FROM line JOIN stored_model m ON m.key = model
      WHERE unpriced > 0 AND model IN (SELECT model FROM line GROUP BY model HAVING sum(priced) > 0)
      """
    ).forEachRow { row in
      let (model, tokenClass, firstDay) = (row.text(0), row.text(1), row.text(2))
      let what = tokenClass.isEmpty ? "tokens" : "\(tokenClass) tokens"
      findings.append(
        Finding(
          severity: .problem, code: "unpriced-model", day: CalendarDay(firstDay), subject: model,
          detail: "\(row.integer(3)) \(what) of '\(model)' have no agreed price",
          remedy: "add to rates.csv: "
            + "\(csvField(model)),,,,\(tokenClass),PRICE,1M,\(currency),\(firstDay),,,,"))
    }
    return findings
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

/// A field as a CSV file needs it.
private func csvField(_ text: String) -> String {
  let needsQuotes = text.contains { ",;\"#\r\n".contains($0) } || text.trimmed != text
  return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
