/// Law 4: a day without data is a gap, an unknown count is unknown, an unfinished day is marked.
let missingIsNotZero = Law(
  number: 4,
  questions: [
    Law.Question(
      "the status of every day",
      expected: """
        WITH RECURSIVE delivered AS (
          SELECT name AS source, until, day FROM token_record
          JOIN source ON source.name = token_record.source GROUP BY name, day),
        span AS (
          SELECT source, until, min(day) AS first, max(day) AS newest FROM delivered
          GROUP BY source),
        calendar AS (
          SELECT min(day) AS day FROM delivered
          UNION ALL
          SELECT date(day, '+1 day') FROM calendar WHERE day < (SELECT day FROM last_day)),
        counted AS (
          SELECT c.day, count(d.day) AS having_it,
            sum(d.day IS NULL AND s.first <= c.day AND c.day <= coalesce(s.until, '9')) AS lacking,
            sum(d.day = s.newest AND s.newest < coalesce(s.until, '9')) AS changing
          FROM calendar c, span s
          LEFT JOIN delivered d ON d.source = s.source AND d.day = c.day
          WHERE c.day <= (SELECT day FROM last_day) GROUP BY c.day)
        SELECT day, CASE WHEN having_it = 0 THEN 'missing' WHEN lacking > 0 THEN 'partial'
          WHEN changing > 0 THEN 'provisional' ELSE 'received' END
        FROM counted
        """,
      found: "SELECT day, status FROM days"),
    Law.Question(
      "a missing day with a charge",
      """
      SELECT day, subscription, tokens FROM charges JOIN days USING (day) WHERE status = 'missing'
      """),
    Law.Question(
      "a charge where nothing was metered, or none where something was",
      expected: "SELECT day, subscription, feature, model FROM expected_charge",
      found: "SELECT day, subscription, feature, model FROM charges"),
    Law.Question(
      "cached and reasoning tokens are NULL where they are unknown",
      expected: """
        SELECT day, subscription, feature, model, shown_cached, reasoning FROM expected_charge
        """,
      found: """
        SELECT day, subscription, feature, model, cached_tokens, reasoning_tokens FROM charges
        """),
    Law.Question(
      "cost is NULL where nothing has a price, and only there",
      expected: """
        SELECT day, subscription, feature, model, max(rate IS NOT NULL) FROM expected_line
        GROUP BY day, subscription, feature, model
        """,
      found: """
        SELECT day, subscription, feature, model, cost IS NOT NULL FROM charges WHERE tokens > 0
        """),
    Law.Question(
      "days received in a month",
      expected: """
        SELECT month, count(*), sum(status IN ('received', 'provisional')) FROM days GROUP BY month
        """,
      found: "SELECT month, days, days_received FROM months"),
  ])
