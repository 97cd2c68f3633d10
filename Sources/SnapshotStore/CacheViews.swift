/// A view that SQL in templates and `query` sees (contract.md 1).
struct CacheView {
  let name: String
  let sql: String
}

let cacheViews = [
  CacheView(name: "days", sql: "SELECT day, month, weekday, status FROM stored_day"),
  CacheView(
    name: "months",
    sql: """
      SELECT month, state, days, days_received, month AS id, name, slug FROM stored_month
      """),
  CacheView(
    name: "charges",
    sql: """
      SELECT s.day, s.month, c.cost_centre, s.team, c.subscription,
        c.feature, c.model, \(sums), c.reasoning_tokens
      FROM \(chargesInRuns)
      """),
  CacheView(
    name: "charge_lines",
    sql: [
      ("input", "input", "c.input_tokens"), ("cached", "cached_input", "c.cached_tokens"),
      ("cache_write", "cache_write", "c.cache_write_tokens"),
      ("output", "output", "c.output_tokens"),
    ].map { prefix, tokenClass, tokens in
      """
      SELECT s.day, s.month, s.team, c.cost_centre, c.subscription,
        c.feature, c.model, '\(tokenClass)' AS token_class, \(tokens) AS tokens,
        r.id AS rate, r.price, c.\(prefix)_cost AS cost
      FROM \(chargesInRuns) LEFT JOIN stored_rate r ON r.key = c.\(prefix)_rate
      WHERE \(tokens) > 0
      """
    }.joined(separator: " UNION ALL ")),
  CacheView(
    name: "people",
    sql: """
      SELECT c.month, c.team, c.feature, c.user, c.requests, c.tokens, c.cost,
        c.unpriced_tokens, c.people, (SELECT users FROM stored_facts) AS shown_as
      FROM stored_person c
      """),
  CacheView(
    name: "metered",
    sql: """
      SELECT c.day, c.source, c.metric, c.model, c.tokens, c.requests, c.counts
      FROM stored_metered c
      """),
  CacheView(
    name: "teams",
    sql: """
      SELECT \(entity), cost_centre, owner, email, valid_from, valid_to FROM stored_team
      """),
  CacheView(name: "cost_centres", sql: "SELECT \(entity) FROM stored_cost_centre"),
  CacheView(
    name: "subscriptions",
    sql: "SELECT \(entity), team, valid_from, valid_to FROM stored_subscription"),
  CacheView(name: "features", sql: "SELECT \(entity), owner FROM stored_feature"),
  CacheView(name: "models", sql: "SELECT \(entity), cached, metered FROM stored_model"),
  CacheView(
    name: "rates",
    sql: """
      SELECT id, line, scope, model, feature, subscription, team, token_class, price,
        written_price, per, currency, valid_from, valid_to, agreed_by, agreed_on, document, used
      FROM stored_rate
      """),
  CacheView(
    name: "budgets", sql: "SELECT id, team, month, amount, currency, used FROM stored_budget"),
  CacheView(
    name: "memberships",
    sql: "SELECT subscription, team, cost_centre, valid_from, valid_to FROM stored_membership"),
  CacheView(
    name: "pulls",
    sql: """
      SELECT source, first_day, last_day, row_count AS rows, last_ingested, state, asked_to
      FROM stored_pull
      """),
  CacheView(
    name: "pull_days",
    sql: """
      SELECT day, source, traffic, counts, status, row_count AS rows, tokens, asked_on, revised_on,
        rows_before, tokens_before, last_ingested
      FROM stored_pull_day
      """),
  CacheView(
    name: "alternatives",
    sql: """
      SELECT day, traffic, source, tokens, requests, other_source, other_tokens, other_requests,
        other_tokens - tokens AS difference
      FROM stored_alternative
      """),
  CacheView(
    name: "skipped",
    sql: """
      SELECT source, file, problem, lines, examples, first_day, last_day FROM stored_skipped
      """),
  CacheView(
    name: "findings",
    sql: "SELECT severity, code, day, subject, detail, remedy, line FROM stored_finding"),
  CacheView(
    name: "daily_teams",
    sql: """
      SELECT c.day, substr(c.day, 1, 7) AS month, c.cost_centre, c.team, c.subscription, \(sums)
      FROM stored_daily_team c
      """),
  CacheView(
    name: "daily_features",
    sql: """
      SELECT c.day, substr(c.day, 1, 7) AS month, c.feature, c.model, \(sums)
      FROM stored_daily_feature c
      """),
  CacheView(
    name: "monthly",
    sql: """
      SELECT c.month, c.cost_centre, c.team, c.feature, c.model, \(sums)
      FROM stored_monthly c
      """),
  CacheView(
    name: "monthly_lines",
    sql: """
      SELECT c.month, c.team, c.cost_centre, c.subscription, c.feature, c.model, c.token_class,
        c.tokens, r.id AS rate, r.price, c.cost, iif(r.id IS NULL, c.tokens, 0) AS unpriced_tokens
      FROM stored_monthly_line c LEFT JOIN stored_rate r ON r.key = c.rate
      """),
  CacheView(name: "like_for_like", sql: "SELECT day, period FROM stored_like_for_like"),
  CacheView(
    name: "comparison",
    sql: "SELECT n, this_month, last_month, days_compared, days_left_out FROM stored_comparison"),
]

/// The names of the views, in byte order.
package let viewNames = cacheViews.map(\.name).sorted()

private let chargesInRuns = """
  stored_charge_run s CROSS JOIN stored_charge c ON c.key BETWEEN s.first_charge AND s.last_charge
  """

private let entity = "id, name, slug, colour, first_day, active"

private let sums = """
  c.requests, c.tokens, c.input_tokens, c.cached_tokens, c.cache_write_tokens, c.output_tokens,
  c.cost, c.unpriced_tokens, c.tokens - c.unpriced_tokens AS priced_tokens
  """
