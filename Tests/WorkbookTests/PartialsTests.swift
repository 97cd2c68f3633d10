import Tables
import Testing

@testable import Workbook

@Suite struct PartialsTests {
  @Test func `a partial's lines stand in its place, apart from what is around`() throws {
    let html = try blocks(
      "Before\n<!-- include: kpis -->\nafter.\n\n<!-- include: kpis -->  \n",
      partials: ["_kpis": "The day is {{as_of}}."])

    #expect(
      html == """
        <p>Before</p>
        <p>The day is 2026-11-22.</p>
        <p>after.</p>
        <p>The day is 2026-11-22.</p>

        """)
  }

  @Test func `a partial is no page`() throws {
    let files = try SampleSite(["_kpis": "Text", "page": "---\ntitle: A\n---\n## A"]).rendered()

    #expect(
      files.keys.filter { $0.hasSuffix(".html") } == ["page/index.html"])
  }

  @Test func `the page reads a partial's queries, and a partial those before it`() throws {
    let html = try blocks(
      """
      ```sql first
      select 'a' as a
      ```

      <!-- include: queries -->

      {{second.b}}
      """,
      partials: [
        "_queries": "<!-- include: inner -->",
        "_inner": "```sql second\nselect a as b from first\n```\n\n{{first.a}}",
      ], tables: [("select 'a'", table("a", [1])), ("from first", table("b", [2]))])

    #expect(html == "<p>1</p>\n<p>2</p>\n")
  }

  @Test func `a partial holds toggles, sections and ends of containers`() throws {
    let html = try blocks(
      """
      <!-- include: measure -->

      <!-- group: G -->
      {{measure}}
      <!-- include: end -->
      """,
      partials: [
        "_measure": "```params\nmeasure: toggle a | b\n```", "_end": "<!-- /group -->",
      ])

    #expect(html.matches(of: /<p>([^<]*)/).map(\.output.1) == ["A", "B"])
  }

  @Test(arguments: [
    (
      "```text\n<!-- include: x -->\n```\n",
      "<pre tabindex=\"0\"><code>&lt;!-- include: x --&gt;\n</code></pre>\n"
    ),
    (
      "~~~~\n```\n<!-- include: x -->\n~~~\n~~~~\n",
      "<pre tabindex=\"0\"><code>```\n&lt;!-- include: x --&gt;\n~~~\n</code></pre>\n"
    ),
    ("```one``` line\n\n<!-- include: x -->\n", "<p><code>one</code> line</p>\n<p>X</p>\n"),
    (
      "  ```\n  a\n  ```\n<!-- include: x -->\n",
      "<pre tabindex=\"0\"><code>a\n</code></pre>\n<p>X</p>\n"
    ),
    (
      "    ```\n\n<!-- include: x -->\n", "<pre tabindex=\"0\"><code>```\n</code></pre>\n<p>X</p>\n"
    ),
    ("<!-- a remark on include: x -->\n", ""),
  ])
  func `what stands in a fence is not included`(body: String, expected: String) throws {
    #expect(try blocks(body, partials: ["_x": "X"]) == expected)
  }

  private func mistakes(_ templates: [String: String]) throws -> String {
    try SampleSite(templates).mistakes().joined(separator: "\n\n")
  }

  @Test func `a mistake names the partial and its line, and what follows keeps the page's`() throws
  {
    let mistakes = try mistakes([
      "page": "---\ntitle: A\n---\n## A\n<!-- include: x -->\n{{unknown}}\n",
      "_x": "One\n\n{{two}}\n```sql q\nselect 1\n   limit 1\n```\n",
    ])

    #expect(
      mistakes == """
        error: unknown value 'two'
            → Templates/_x.md:3:1
              {{two}}
              ^
          fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement, q.…

        error: 'limit' without 'order by'
            → Templates/_x.md:6:4
                 limit 1
                 ^
          fix: add 'order by …' before it, so that it always keeps the same rows

        error: unknown value 'unknown'
            → Templates/page.md:6:1
              {{unknown}}
              ^
          fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement, q.…
        """)
  }

  @Test func `a mistake of a partial is reported once, however many pages include it`() throws {
    let page = "---\ntitle: A\n---\n## A\n```sql NAME\nselect 1\n```\n<!-- include: x -->\n"

    let mistakes = try SampleSite([
      "one": page.replacing("NAME", with: "a"), "two": page.replacing("NAME", with: "b"),
      "_x": "{{unknown}}\n\n<!-- when: as_of -->\n",
    ]).mistakes()

    #expect(
      mistakes.map { $0.split(separator: "\n").prefix(2).joined() } == [
        "error: unknown value 'unknown'    → Templates/_x.md:1:1",
        "error: 'when' is never closed    → Templates/_x.md:3:1",
      ])
  }

  @Test func `a mistake of a partial's rows names the partial`() throws {
    let mistakes = try SampleSite(
      [
        "page": "---\ntitle: A\n---\n## A\n<!-- include: x -->",
        "_x": "```sql q\nselect 1\n```\n\n{{q.a}}",
      ], tables: [("select 1", table("b", [1]))]
    ).mistakes()

    #expect(
      mistakes == [
        """
        error: 'q' has no column 'a'
            → Templates/_x.md:5:1
              {{q.a}}
              ^
          fix: columns: b
        """
      ])
  }

  @Test func `what is there twice says in which file it is first`() throws {
    let mistakes = try mistakes([
      "page": """
      ---
      title: A
      ---
      ## A
      <!-- include: x -->
      ```sql q
      select 1
      ```
      ```params
      measure: toggle a | b
      ```
      <!-- tabs: view -->
      ### C
      ### D
      <!-- /tabs -->
      <!-- include: open -->
      <!-- /columns -->
      """,
      "_x":
        "```sql q\nselect 1\n```\n```params\nmeasure: toggle a | b\n```\n<!-- tabs: view -->\n### A\n### B\n<!-- /tabs -->",
      "_open": "\n<!-- group: A -->",
    ])

    #expect(
      mistakes.split(separator: "\n").filter { $0.hasPrefix("error") || $0.hasPrefix("  fix") } == [
        "error: 'group' is never closed", "  fix: add '<!-- /group -->'",
        "error: a second query 'q'", "  fix: rename one; the first is in line 1 of Templates/_x.md",
        "error: a second parameter 'measure'",
        "  fix: rename one; the first is in line 5 of Templates/_x.md",
        "error: these tabs 'view' have other headings than the first",
        "  fix: use the headings of line 7 of Templates/_x.md, with which these switch together, or another name",
        "error: '/columns' stands where the 'group' of line 2 of Templates/_open.md is open",
        "  fix: close that first, with '<!-- /group -->'",
      ])
  }

  @Test(arguments: [
    (
      ["page": "<!-- include: kpi -->", "_kpis": "A", "_trust": "B"],
      """
      error: no partial 'kpi'
          → Templates/page.md:5:1
            <!-- include: kpi -->
            ^
        fix: did you mean 'kpis'? partials: kpis, trust
      """
    ),
    (
      ["page": "<!-- include: kpi -->"],
      """
      error: no partial 'kpi'
          → Templates/page.md:5:1
            <!-- include: kpi -->
            ^
        fix: write the file '_kpi.md'
      """
    ),
    (
      ["page": "<!-- include: a -->", "_a": "A\n<!-- include: b -->", "_b": "<!-- include: a -->"],
      """
      error: a partial includes itself: a → b → a
          → Templates/_b.md:1:1
            <!-- include: a -->
            ^
        fix: remove one of these includes
      """
    ),
    (
      ["page": "> <!-- include: a -->", "_a": "A"],
      """
      error: 'include' stands beside or inside other text
          → Templates/page.md:5:1
            > <!-- include: a -->
            ^
        fix: give the comment a line of its own at the left edge
      """
    ),
    (
      ["page": "  <!-- include: a -->", "_a": "A"],
      """
      error: 'include' stands beside or inside other text
          → Templates/page.md:5:1
              <!-- include: a -->
            ^
        fix: give the comment a line of its own at the left edge
      """
    ),
    (
      ["page": "A <!-- include: a -->", "_a": "A"],
      """
      error: 'include' stands beside or inside other text
          → Templates/page.md:5:1
            A <!-- include: a -->
            ^
        fix: give the comment a line of its own at the left edge
      """
    ),
  ])
  func `an include that cannot be is a mistake`(templates: [String: String], expected: String)
    throws
  {
    let page = "---\ntitle: A\n---\n## A\n" + templates["page"]!

    #expect(try mistakes(templates.merging(["page": page]) { $1 }) == expected)
  }
}
