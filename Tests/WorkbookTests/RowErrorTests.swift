import Foundation
import Tables
import Testing

@testable import Workbook

@Suite struct RowErrorTests {
  @Test(arguments: [
    (
      "## {{x.b}}", table("a", [1]),
      """
      error: 'x' has no column 'b'
          → Templates/page.md:7:4
            ## {{x.b}}
               ^
        fix: columns: a
      """
    ),
    (
      "## {{x.a}}", table("a", [1], [2]),
      """
      error: 'x' has 2 rows, where exactly one is needed
          → Templates/page.md:7:4
            ## {{x.a}}
               ^
        fix: aggregate, or pick one row with 'order by … limit 1'
      """
    ),
    (
      "## A\n```grid x\ncolumns:\n  - a: {format: money}\n```", table("a", [1]),
      """
      error: 'x' shows the money in 'a' without saying what has no price
          → Templates/page.md:10:5
              - a: {format: money}
                ^
        fix: add 'sum(unpriced_tokens) as unpriced_tokens' to the query 'x'
      """
    ),
    (
      "## {{x.a | money}}", table("a", [.real(0.5)]),
      """
      error: '0.5' is not a whole number of nano, and 'money' writes money
          → Templates/page.md:7:4
            ## {{x.a | money}}
               ^
        fix: use an integer in nano: sum(cost), spend(cost), not a division; per_million(cost, tokens) for a price
      """
    ),
    (
      "## A\n```grid x\ncolumns: [a, c]\n```", table("a", [1]),
      """
      error: 'x' has no column 'c'
          → Templates/page.md:9:14
            columns: [a, c]
                         ^
        fix: columns: a
      """
    ),
  ])
  func `a mistake that only rows show has its place in the template`(
    body: String, rows: Table, expected: String
  ) throws {
    let site = SampleSite(
      ["page": "---\ntitle: A\n---\n```sql x\nselect * from charges\n```\n" + body],
      tables: [("from charges", rows)])

    #expect(try site.mistakes() == [expected])
  }

  private struct SQLProblem: LocalizedError {
    var errorDescription: String? { "no such column: coast" }
    var recoverySuggestion: String? { "read 'cost'" }
  }

  @Test func `an SQL error points into the query`() throws {
    let site = SampleSite([
      "page":
        "---\ntitle: A\n---\n## {{x.a}}\n```sql x\nselect day,\n  sum(coast) from charges\n```"
    ])
    let workbook = try site.compiled()

    #expect {
      try renderWorkbook(
        workbook, theme: Theme(layout: SampleSite.layout, stylesheet: []),
        facts: SampleSite.facts,
        query: { sql, _, _ in
          if sql.contains("coast") { throw SQLProblem() }
          return Table(columns: ["day", "status"], rows: [])
        }, write: { _ in })
    } throws: { error in
      "\(error)" == """
        error: the query 'x' failed: no such column: coast
            → Templates/page.md:7:7
                sum(coast) from charges
                    ^
          fix: read 'cost'
        """
    }
  }

  @Test func `no rows read as NULL`() throws {
    let site = SampleSite(
      [
        "page":
          "---\ntitle: A\n---\n```sql x\nselect 1 as a\n```\n## {{x.a | money}}, {{x.a ?? \"n/a\"}}"
      ],
      tables: [("select 1", table("a"))])

    #expect(try site.rendered()["page/index.html"]!.contains(">no agreed price yet, n/a</h2>"))
  }
}
