import Synchronization
import Tables
import Testing

@testable import Workbook

@Suite struct SiteRenderingTests {
  @Test func `two pages of one address are a mistake`() throws {
    let site = SampleSite(
      ["team": "---\ntitle: A\nfor-each: teams as team\n---\n## A"],
      tables: [("from \"teams\"", table("id slug", ["a", "same"], ["b", "same"]))])

    #expect(
      try site.mistakes() == [
        """
        error: 'teams/same/index.html' is also written by Templates/team.md
            → Templates/team.md
          fix: rename one of the templates
        """
      ])
  }

  @Test func `a page of a query gets its key`() throws {
    let site = SampleSite([
      "page": """
      ---
      title: "{{one.id}}"
      for-each: picked as one
      ---
      ```sql picked
      select id from teams where cost_centre = 'x'
      ```
      ```sql spent
      select :one as a, :as_of as b
      ```
      ## {{spent.a}}
      """
    ])
    let parameters = Mutex<[[String: Cell]]>([])

    try renderWorkbook(
      site.compiled(), theme: Theme(layout: SampleSite.layout, stylesheet: []),
      facts: SampleSite.facts,
      query: { sql, bound, _ in
        parameters.withLock { $0.append(bound) }
        return sql.contains("select id") ? table("id", ["A b"]) : table("a day status")
      }, write: { _ in })

    #expect(parameters.withLock { $0 } == [[:], [:], ["one": "A b", "as_of": "2026-11-22"]])
  }

  @Test func `the same input gives the same bytes`() throws {
    let site = SampleSite(
      [
        "team": GoldenPageTests.template.replacing("- Overview: .", with: "- Here: \"#s1\"")
          .replacing("[all pages](.)", with: "all pages")
      ],
      tables: [
        ("from \"teams\"", table("id name cost_centre", ["a", "A", nil], ["b", "B", nil])),
        ("spend(cost)", table("cost tokens unpriced_tokens", [1, 1, 0])),
        ("where cost < 0", table("here")),
        ("select day, feature", table("day feature colour cost unpriced_tokens")),
        ("from daily", table("feature cost unpriced_tokens")),
        ("select day, status\n", table("day status")),
        ("select item", table("item state difference unpriced_tokens")),
      ])

    let first = try site.rendered()

    #expect(first.count == 14)
    for _ in 0..<3 { #expect(try site.rendered() == first) }
  }

  @Test func `the report names release, day and inputs, and no time`() throws {
    let report = try SampleSite([:]).rendered()["build.json"]

    #expect(
      report == """
        {
          "version": "1.0.0",
          "as_of": "2026-11-22",
          "users": "off",
          "inputs": "\(report!.split(separator: "\"")[15])"
        }

        """)
    #expect(report!.split(separator: "\"")[15].count == 64)
  }

  @Test func `questions are counted where their section is shown`() throws {
    let page = try SampleSite(
      [
        "page": """
        ---
        title: A
        ---
        ```sql x
        select 1 as yes, 0 as no
        ```
        <!-- question: First? -->
        <!-- when: x.no -->
        ## Not this
        <!-- /when -->
        <!-- when: x.yes -->
        ## This
        <!-- /when -->
        ## Without
        <!-- question: Second? -->
        ## That
        """
      ], tables: [("select 1", table("yes no", [1, 0]))]
    ).rendered()["page/index.html"]

    let marks = content(of: page).matches(of: /class="numeral">(\d)|<h2[^>]*>([^<]*)/).map {
      String($0.output.1 ?? $0.output.2 ?? "")
    }
    #expect(marks == ["1", "This", "Without", "2", "That"])
  }

  @Test func `a chart over more than 120 days is by week`() throws {
    let page = try SampleSite(
      [
        "page": """
        ---
        title: A
        ---
        ```sql x
        select day, tokens from rows
        ```
        ## A
        ```chart x
        type: stacked-column
        x: day
        y: tokens
        format: tokens
        ```
        """
      ], tables: [("from rows", table("day tokens", ["2026-07-01", 5]))]
    ).rendered()["page/index.html"]

    #expect(content(of: page).contains("<th scope=\"col\">Week</th>"))
  }
}
