/// Law 2: money is rounded once per charge row and then only added.
let moneyIsWholeNumbers = Law(
  number: 2,
  questions: [
    Law.Question(
      "every line is tokens × price, rounded once",
      expected: "SELECT \(lineColumns) FROM expected_line",
      found: "SELECT \(lineColumns) FROM charge_lines"),
    Law.Question(
      "a line that is not its own tokens × price",
      "SELECT \(lineColumns) FROM charge_lines WHERE cost IS NOT half_even(tokens, price)"),
    Law.Question(
      "charges are their lines added up",
      expected: """
        SELECT day, team, cost_centre, subscription, feature, model, sum(tokens), sum(cost),
          sum(iif(rate IS NULL, tokens, 0)), sum(iif(rate IS NULL, 0, tokens))
        FROM charge_lines GROUP BY day, team, cost_centre, subscription, feature, model
        """,
      found: """
        SELECT day, team, cost_centre, subscription, feature, model, tokens, cost,
          unpriced_tokens, priced_tokens
        FROM charges WHERE tokens > 0
        """),
    sums(of: "daily_teams", by: "day, cost_centre, team, subscription"),
    sums(of: "daily_features", by: "day, feature, model"),
    sums(of: "monthly", by: "month, cost_centre, team, feature, model"),
    Law.Question(
      "people are the charges, divided",
      expected: sum(of: "charges", by: "month, team, feature", personColumns),
      found: sum(of: "people", by: "month, team, feature", personColumns)),
  ])

private let lineColumns = """
  day, month, team, cost_centre, subscription, feature, model, token_class, tokens, rate, price,
  cost
  """

private let personColumns = ["requests", "tokens", "cost", "unpriced_tokens"]

private let additiveColumns =
  personColumns + [
    "priced_tokens", "input_tokens", "cached_tokens", "cache_write_tokens", "output_tokens",
  ]

private func sums(of view: String, by keys: String) -> Law.Question {
  Law.Question(
    "\(view) adds up the charges", expected: sum(of: "charges", by: keys, additiveColumns),
    found: "SELECT \(keys), \(additiveColumns.joined(separator: ", ")) FROM \(view)")
}

private func sum(of view: String, by keys: String, _ columns: [String]) -> String {
  let sums = columns.map { "sum(\($0))" }.joined(separator: ", ")
  return "SELECT \(keys), \(sums) FROM \(view) GROUP BY \(keys)"
}
