import SnapshotStore
import Testing

@Suite struct QueryErrorTests {
  static let messages: [(QueryError, String, String?)] = [
    (.notASelect, "only SELECT is allowed here", "write one SELECT"),
    (
      .severalStatements, "there is more than one SQL statement",
      "keep one SELECT, and put others into steps of their own"
    ),
    (.empty, "there is no SQL statement", "write one SELECT"),
    (
      .unknownView("team"), "there is no view 'team'",
      "read one of: alternatives, budgets, charge_lines, charges, comparison, cost_centres, daily_features, "
        + "daily_teams, days, features, findings, like_for_like, memberships, metered, models, "
        + "monthly, monthly_lines, months, people, pull_days, pulls, rates, skipped, subscriptions, teams"
    ),
    (
      .refusedFunction("random"),
      "'random' is not allowed here: the same input must give the same answer", "leave it out"
    ),
    (
      .refusedFunction("current_date"),
      "'current_date' is not allowed here: the same input must give the same answer", "use :as_of"
    ),
    (
      .unknownParameter("taem", known: ["as_of", "team"]), "there is no parameter ':taem'",
      "use one of: :as_of, :team"
    ),
    (.unnamedParameter, "'?' is not allowed here", "name the parameter, as in :as_of"),
    (
      .limitWithoutOrder, "'limit' without 'order by' would leave out rows by chance",
      "add 'order by'"
    ),
    (.bytes(column: "x"), "column 'x' holds bytes", "write cast(x as text)"),
    (
      .valueTooLong(column: "x", limit: 10), "column 'x' holds a value longer than 10 bytes",
      "select less, or group more"
    ),
    (.tooManyRows(limit: 10), "there are more than 10 rows", "select less, or group more"),
    (
      .tooManySteps(limit: 10), "the query takes more than 10 steps",
      "read fewer days, or a roll-up: daily_teams, daily_features, monthly"
    ),
    (.tooLarge, "a sum does not fit into 64 bits", "add up less"),
    (.failed(reason: "no such column: x", offset: 7), "no such column: x", nil),
  ]

  @Test(arguments: messages)
  func `an error says what is wrong and what to do`(
    error: QueryError, description: String, suggestion: String?
  ) {
    #expect(error.errorDescription == description)
    #expect(error.recoverySuggestion == suggestion)
  }
}
