/// Law 5: cached tokens may lie inside the prompt count or beside it; reasoning lies inside
/// completion.
let subsetsAreNotAddedTwice = Law(
  number: 5,
  questions: [
    Law.Question(
      "tokens are prompt and completion, and cached ones that lie beside",
      expected: """
        SELECT day, subscription, feature, model,
          sum(full_prompt + full_completion + iif(relation = 'beside', coalesce(cached, 0), 0))
        FROM usage GROUP BY day, subscription, feature, model
        """,
      found: "SELECT day, subscription, feature, model, tokens FROM charges"),
    Law.Question(
      "output is completion, whatever was reasoning",
      expected: """
        SELECT day, subscription, feature, model, sum(full_completion), sum(reasoning)
        FROM usage GROUP BY day, subscription, feature, model
        """,
      found: """
        SELECT day, subscription, feature, model, output_tokens, reasoning_tokens FROM charges
        """),
    Law.Question(
      "input is the prompt without what of it was cached",
      expected:
        "SELECT day, subscription, feature, model, input, shown_cached FROM expected_charge",
      found: "SELECT day, subscription, feature, model, input_tokens, cached_tokens FROM charges"),
    Law.Question(
      "classes that do not add up to tokens, or are below zero",
      """
      SELECT day, subscription, feature, model FROM charges
      WHERE tokens <> input_tokens + coalesce(cached_tokens, 0) + cache_write_tokens + output_tokens
        OR min(input_tokens, coalesce(cached_tokens, 0), cache_write_tokens, output_tokens) < 0
      """),
  ])
