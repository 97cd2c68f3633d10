import Foundation
import Testing

/// SQL that does not only read the views.
@Suite struct QueryRefusalTests {
  private static let onlySelect = """
    error: only SELECT is allowed here
      fix: write one SELECT
    """
  private static let views = """
    alternatives, budgets, charge_lines, charges, comparison, cost_centres, daily_features, daily_teams, days, \
    features, findings, like_for_like, memberships, metered, models, monthly, monthly_lines, \
    months, people, pull_days, pulls, rates, skipped, subscriptions, teams
    """

  @Test(arguments: [
    "insert into charges values (1)", "update charges set cost = 0", "delete from charges",
    "selec 1", "drop view charges", "create table mine (a)", "attach 'other.sqlite' as other",
    "detach main", "pragma user_version", "pragma writable_schema = 1", "vacuum",
    "vacuum into 'copy.sqlite'", "begin", "commit", "reindex", "analyze", "explain select 1",
  ])
  func `a statement that does more than read is refused`(sql: String) throws {
    try check([sql], Self.onlySelect)
  }

  @Test(arguments: [
    (
      "select 1; select 2",
      """
      error: there is more than one SQL statement
        fix: keep one SELECT, and put others into steps of their own
      """
    ),
    (
      "select * from point",
      """
      error: there is no view 'point'
        fix: read one of: \(views)
      """
    ),
    (
      "select * from sqlite_master",
      """
      error: there is no view 'sqlite_master'
        fix: read one of: \(views)
      """
    ),
    (
      "select random() as a",
      """
      error: 'random' is not allowed here: the same input must give the same answer
        fix: leave it out
      """
    ),
    (
      "select current_date as a",
      """
      error: 'current_date' is not allowed here: the same input must give the same answer
        fix: use :as_of
      """
    ),
    (
      "select load_extension('x') as a",
      """
      error: 'load_extension' is not allowed here: the same input must give the same answer
        fix: leave it out
      """
    ),
    (
      "select day from days where day > :from",
      """
      error: there is no parameter ':from'
        fix: use one of: :as_of, :last_month, :this_month
      """
    ),
    (
      "select day from days limit 3",
      """
      error: 'limit' without 'order by' would leave out rows by chance
        fix: add 'order by'
      """
    ),
    ("select nope from charges", "error: no such column: nope"),
  ])
  func `a mistake in SQL is named`(sql: String, errors: String) throws {
    try check([sql], errors)
  }

  @Test func `a parameter without a value is refused`() throws {
    try check(
      ["select :day as day", "--param", "day"],
      """
      error: the parameter 'day' has no '='
        fix: write --param name=value
      """)
  }

  @Test func `an unknown format is refused`() throws {
    try check(
      ["select 1 as a", "--format", "xml"],
      """
      Error: The value 'xml' is invalid for '--format <format>'. Please provide one of 'table', \
      'csv' or 'json'.
      Help:  --format <format>  How to print: table, csv or json.
      Usage: tokenbook query [--workbook <dir>] [--quiet] [--verbose] <sql> \
      [--param <name=value> ...] [--format <format>]
        See 'tokenbook query --help' for more information.
      """)
  }

  private func check(_ arguments: [String], _ errors: String) throws {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree()

    let outcome = try folder.tokenbook(["query"] + arguments)

    #expect(outcome == Executable.Outcome(status: 64, output: "", errors: errors + "\n"))
    #expect(differences(before, try folder.tree()) == [])
  }
}
