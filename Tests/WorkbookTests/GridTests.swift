import Tables
import Testing

@testable import Workbook

@Suite struct GridTests {
  /// The texts of the rows of the page's only table, from its body on.
  private func rows(_ grid: String, _ table: Table) throws -> [[String]] {
    let page = try SampleSite(
      [
        "page":
          "---\ntitle: A\n---\n## A\n```sql x\nselect * from rows\n```\n```grid x\n\(grid)\n```"
      ],
      tables: [("from rows", table)]
    ).rendered()["page/index.html"]
    return content(of: page).matches(of: /<tr[^>]*>(.*?)<\/tr>/.dotMatchesNewlines()).dropFirst()
      .map { row in
        row.output.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/.dotMatchesNewlines()).map {
          String($0.output.1)
        }
      }
  }

  private let amounts = table(
    "id name cost", ["a", "Alpha", 1_004_000_000], ["b", "Beta", 3_004_000_000],
    ["c", "Gamma", 2_004_000_000], ["d", "Delta", nil], ["unassigned", "Nobody", 4_000_000_000])

  @Test func `rows beyond the top are folded, and the last row stays last`() throws {
    let shown = try rows(
      """
      columns:
        - name
        - cost: {format: amount, total: true}
        - part: {share: cost}
      sort: -cost
      top: 1
      last: unassigned
      """, amounts)

    #expect(
      shown == [
        ["Beta", "3.00", "30\u{A0}%"],
        ["3 others", "3.01", "30\u{A0}%"],
        ["Nobody", "4.00", "40\u{A0}%"],
        ["Total", "10.01", "100\u{A0}%"].map { $0 },
      ])
  }

  @Test func `shown parts add up to the shown total`() throws {
    let shown = try rows(
      "columns: [name, {cost: {format: amount, total: true}}]\nsort: name", amounts)

    #expect(
      shown == [
        ["Alpha", "1.00"], ["Beta", "3.00"], ["Delta", "no agreed price yet"], ["Gamma", "2.00"],
        ["Nobody", "4.00"], ["Rounding", "0.01"], ["Total", "10.01"],
      ])
  }

  @Test func `a grid without rows says so`() throws {
    let page = try SampleSite(
      [
        "page":
          "---\ntitle: A\n---\n## A\n```sql x\nselect 1\n```\n```grid x\nempty: Nothing.\ncolumns: [a]\n```"
      ],
      tables: [("select 1", table("a"))]
    ).rendered()["page/index.html"]

    #expect(content(of: page).contains("<p class=\"empty\">Nothing.</p>"))
  }
}
