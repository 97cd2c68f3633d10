/// Law 1: Σ teams + unassigned is everything metered, in tokens and in money, per day.
let nothingIsLost = Law(
  number: 1,
  questions: ["charges", "daily_teams", "daily_features"].map { view in
    Law.Question(
      "tokens and requests per day in \(view)", expected: meteredPer("day"),
      found: "SELECT day, sum(tokens), sum(requests) FROM \(view) GROUP BY day")
  }
    + ["charges", "daily_teams", "daily_features", "charge_lines"].map { view in
      Law.Question(
        "money per day in \(view)", expected: moneyPer("day"),
        found: "SELECT day, sum(cost) FROM \(view) GROUP BY day HAVING sum(cost) IS NOT NULL")
    }
    + ["charges", "daily_teams"].map { view in
      Law.Question(
        "tokens per day and team in \(view)",
        expected: """
          SELECT day, cost_centre, team, sum(tokens), sum(requests) FROM expected_charge
          GROUP BY day, cost_centre, team
          """,
        found: """
          SELECT day, cost_centre, team, sum(tokens), sum(requests) FROM \(view)
          GROUP BY day, cost_centre, team
          """)
    }
    + [
      Law.Question(
        "tokens and requests in monthly", expected: meteredPer("month"),
        found: "SELECT month, sum(tokens), sum(requests) FROM monthly GROUP BY month"),
      Law.Question(
        "money in monthly", expected: moneyPer("month"),
        found: "SELECT month, sum(cost) FROM monthly GROUP BY month HAVING sum(cost) IS NOT NULL"),
      Law.Question(
        "tokens without a price per day",
        expected: """
          SELECT day, sum(iif(rate IS NULL, tokens, 0)) FROM expected_line GROUP BY day
          """,
        found: """
          SELECT day, sum(unpriced_tokens) FROM charges GROUP BY day HAVING sum(tokens) > 0
          """),
      Law.Question(
        "metered counts, of unknown metrics too",
        expected: """
          SELECT day, source, metric, model, sum(tokens) FROM token_record JOIN named USING (metered)
          WHERE metric IS NOT NULL AND day <= (SELECT day FROM last_day)
          GROUP BY day, source, metric, model
          """,
        found: "SELECT day, source, metric, model, tokens FROM metered"),
      Law.Question(
        "metered requests of the gateway",
        expected: """
          SELECT day, metric, model, sum(coalesce(items, 0))
          FROM token_record JOIN named USING (metered)
          WHERE source = 'gateway' AND day <= (SELECT day FROM last_day)
            AND (metric = 'Total Tokens' OR NOT is_known)
          GROUP BY day, metric, model
          """,
        found: """
          SELECT day, metric, model, coalesce(requests, 0) FROM metered
          WHERE source = 'gateway' AND metric NOT LIKE 'Prompt%' AND metric NOT LIKE 'Completion%'
          """),
      Law.Question(
        "a user who is in no row",
        """
        SELECT month, user FROM usage EXCEPT SELECT month, user FROM people
        """),
    ]
    + ["subscription", "feature", "model"].flatMap { dimension in
      [
        Law.Question(
          "a \(dimension) that is in no row",
          "SELECT day, \(dimension) FROM usage EXCEPT SELECT day, \(dimension) FROM charges"),
        Law.Question(
          "a \(dimension) that has no name",
          "SELECT \(dimension) FROM usage EXCEPT SELECT id FROM \(dimension)s"),
      ]
    })

/// Straight from the lines: cached tokens are added where they lie beside the prompt.
private func meteredPer(_ period: String) -> String {
  """
  SELECT \(period), sum(full_prompt) + sum(full_completion)
    + coalesce(sum(cached) FILTER (WHERE relation = 'beside'), 0), coalesce(sum(requests), 0)
  FROM usage GROUP BY \(period)
  """
}

private func moneyPer(_ period: String) -> String {
  """
  SELECT \(period), sum(cost) FROM expected_line
  GROUP BY \(period) HAVING sum(cost) IS NOT NULL
  """
}
