import Foundation
import Testing

/// What readers choose on a team's page is what `tokenbook query` says.
@Suite struct TogglesEndToEndTests {
  private static let team = "customer-service"
  /// The choices of the toggles `measure` and `range`, from 1.
  private static let (cost, tokens) = (1, 2)
  private static let (days30, days90, months13) = (1, 2, 3)

  @Test func `a team's page holds a figure for each measure and range`() throws {
    let choices = try variants().map(\.choices)

    #expect(
      Set(choices) == [
        [1: Self.cost, 2: Self.days30], [1: Self.cost, 2: Self.days90],
        [1: Self.cost, 2: Self.months13], [1: Self.tokens, 2: Self.days30],
        [1: Self.tokens, 2: Self.days90], [1: Self.tokens, 2: Self.months13],
      ])
    #expect(choices.count == 6)
  }

  @Test(arguments: [
    (cost, days30, "sum(cost)", 30), (cost, days90, "sum(cost)", 90),
    (tokens, days30, "sum(tokens)", 30), (tokens, days90, "sum(tokens)", 90),
  ])
  func `a figure of days holds the days that it is named after`(
    measure: Int, range: Int, column: String, days: Int
  ) throws {
    let figure = try variant(measure, range)
    let expected = try numbers(
      """
      select \(column) from days d left join charges c on c.day = d.day and c.team = '\(Self.team)'
      where d.day > date(:as_of, '-\(days) days') and d.status <> 'missing'
      group by d.day order by d.day
      """)

    #expect(figure.numbers.count == days)
    // A day without data has no number.
    #expect(figure.numbers.compactMap(\.number) == expected.map { $0 ?? 0 })
    #expect(figure.total == expected.compactMap { $0 }.reduce(0, +))
  }

  @Test(arguments: [(cost, "sum(cost)"), (tokens, "sum(tokens)")])
  func `a figure of months holds the months of the team`(measure: Int, column: String) throws {
    let figure = try variant(measure, Self.months13)

    let expected = try numbers(
      "select \(column) from monthly where team = '\(Self.team)' group by month order by month")

    #expect(expected.count == 13)
    #expect(figure.numbers.map(\.number) == expected)
    #expect(figure.total == expected.compactMap { $0 }.reduce(0, +))
  }

  private func variants() throws -> [PublishedPage.Figure] {
    let site = try fileTree(DemoWorkbook.url().appending(path: "site"))
    return try PublishedPage("teams/\(Self.team)/index.html", of: site).figures
      .filter { $0.choices.count == 2 }
  }

  private func variant(_ measure: Int, _ range: Int) throws -> PublishedPage.Figure {
    try #require(variants().first { $0.choices == [1: measure, 2: range] })
  }

  private func numbers(_ sql: String) throws -> [Int64?] {
    let outcome = try Executable.run(
      ["query", sql, "--format", "csv"], in: DemoWorkbook.url())
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst().dropLast().map { Int64($0) }
  }
}
