import Testing

@testable import Workbook

@Suite struct TemplateErrorTests {
  /// A template's body, and the messages it gives without the arrow to the file.
  @Test(arguments: [
    (
      "## A\n```sql spent\nselect 1\n```\n```gird spent\nx: 1\n```",
      """
      error: unknown step 'gird'
          → Templates/page.md:8:1
            ```gird spent
            ^
        fix: did you mean 'grid'? steps: sql, params, tiles, grid, chart, callout, links, download
      """
    ),
    (
      "## A\n```sql x\nselect 1",
      """
      error: the fence is never closed
          → Templates/page.md:5:1
            ```sql x
            ^
        fix: add a line '```'
      """
    ),
    (
      "## A\n![x](y.png)",
      """
      error: images are not part of the template language
          → Templates/page.md:5:1
            ![x](y.png)
            ^
        fix: remove the image; pictures are drawn by 'chart'
      """
    ),
    (
      "# A\n# B\n## C",
      """
      error: a second '#' heading
          → Templates/page.md:5:1
            # B
            ^
        fix: use '##' for sentences; a page has one '#' at most
      """
    ),
    (
      "## {{ | money}}",
      """
      error: not a value: '{{ | money}}'
          → Templates/page.md:4:4
            ## {{ | money}}
               ^
        fix: write {{path | format}}, such as {{spent.cost | money}}
      """
    ),
    (
      "## {{tem.name | money}}",
      """
      error: unknown value 'tem.name'
          → Templates/page.md:4:4
            ## {{tem.name | money}}
               ^
        fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement
      """
    ),
    (
      "## {{as_of | dat}}",
      """
      error: unknown format 'dat'
          → Templates/page.md:4:4
            ## {{as_of | dat}}
               ^
        fix: did you mean 'day'? formats: money, amount, rounded, price, average, change, difference, compact, words, tokens, percent, delta, more, day, date, short, month, text
      """
    ),
    (
      "## {{as_of | }} | date}}",
      """
      error: unknown format ''
          → Templates/page.md:4:4
            ## {{as_of | }} | date}}
               ^
        fix: formats: money, amount, rounded, price, average, change, difference, compact, words, tokens, percent, delta, more, day, date, short, month, text
      """
    ),
    (
      "## Never {{ closed",
      """
      error: '{{' is never closed
          → Templates/page.md:4:10
            ## Never {{ closed
                     ^
        fix: close it with '}}' on the same line
      """
    ),
    (
      "## A\n```grid spend\ncolumns: [a]\n```\n```sql spent\nselect 1\n```",
      """
      error: unknown query 'spend'
          → Templates/page.md:5:9
            ```grid spend
                    ^
        fix: did you mean 'spent'? queries: spent
      """
    ),
    (
      "## A\n```sql x\nselect :team\n```",
      """
      error: unknown parameter ':team'
          → Templates/page.md:6:8
            select :team
                   ^
        fix: parameters: as_of, this_month, last_month
      """
    ),
    (
      "## A\n```sql x\nselect day from charges\n  limit 3\n```",
      """
      error: 'limit' without 'order by'
          → Templates/page.md:7:3
              limit 3
              ^
        fix: add 'order by …' before it, so that it always keeps the same rows
      """
    ),
    (
      "## A\n```sql a\nselect * from b\n```\n```sql b\nselect 1\n```",
      """
      error: the query 'a' reads 'b', which does not come before it
          → Templates/page.md:6:15
            select * from b
                          ^
        fix: a query can only read earlier ones: move 'b' up
      """
    ),
    (
      "## A\n```sql a\nselect * from a\n```",
      """
      error: the query 'a' reads itself
          → Templates/page.md:6:15
            select * from a
                          ^
        fix: read a view or an earlier query
      """
    ),
    (
      "## A\n```sql teams\nselect 1\n```",
      """
      error: the query 'teams' is named like a view
          → Templates/page.md:5:1
            ```sql teams
            ^
        fix: give the query another name
      """
    ),
    (
      "## A\n```sql x\nselect 1\n```\n```sql x\nselect 2\n```",
      """
      error: a second query 'x'
          → Templates/page.md:8:1
            ```sql x
            ^
        fix: rename one; the first is in line 5
      """
    ),
    (
      "## A\n```sql x\nwith charges as (select 1) select * from charges\n```",
      """
      error: the table expression 'charges' is named like a view or a query
          → Templates/page.md:6:6
            with charges as (select 1) select * from charges
                 ^
        fix: give the table expression another name
      """
    ),
    (
      "## A\n```sql X-1\nselect 1\n```",
      """
      error: 'X-1' is not a query name
          → Templates/page.md:5:1
            ```sql X-1
            ^
        fix: use at most 64 lower-case letters, digits and _, beginning with a letter
      """
    ),
    (
      "## A\n```sql x\nselect 1 as a\n```\n```grid x\ncolums: [a]\n```",
      """
      error: unknown key 'colums'
          → Templates/page.md:9:1
            colums: [a]
            ^
        fix: did you mean 'columns'? keys: title, subtitle, columns, sort, total, top, other, last, empty

      error: the grid has no 'columns'
          → Templates/page.md:9:1
            colums: [a]
            ^
        fix: add 'columns: …'
      """
    ),
    (
      "## A\n```sql x\nselect 1 as a\n```\n```chart x\ntype: pie\nx: a\ny: a\n```",
      """
      error: unknown type 'pie'
          → Templates/page.md:9:7
            type: pie
                  ^
        fix: types: stacked-column, stacked-area, column, line, bar, burn-up, waterfall, small-multiples, bullet, calendar, sparkline
      """
    ),
    (
      "## A\n<!-- when: title -->\nText",
      """
      error: 'when' is never closed
          → Templates/page.md:5:1
            <!-- when: title -->
            ^
        fix: add '<!-- /when -->'
      """
    ),
    (
      "## A\n\n<!-- /when -->",
      """
      error: '/when' closes nothing
          → Templates/page.md:6:1
            <!-- /when -->
            ^
        fix: remove it, or add '<!-- when: … -->' above
      """
    ),
    (
      "## A\n\n<!-- tab: view -->",
      """
      error: unknown structure 'tab'
          → Templates/page.md:6:1
            <!-- tab: view -->
            ^
        fix: did you mean 'tabs'? structure: question, include, when, tabs, columns, group
      """
    ),
    (
      "## A\n\n<b>bold</b>",
      """
      error: HTML is not part of the template language
          → Templates/page.md:6:1
            <b>bold</b>
            ^
        fix: write Markdown; structure is given by comments, pictures by steps
      """
    ),
    (
      "Text only",
      """
      error: the page has no headline sentence
          → Templates/page.md:3:1
            ---
            ^
        fix: add a '##' heading that is a sentence with the number in it
      """
    ),
    (
      "## A\n[x](teems)",
      """
      error: no page 'teems'
          → Templates/page.md:5:1
            [x](teems)
            ^
        fix: pages: page
      """
    ),
    (
      "## A\n[x](javascript:alert)",
      """
      error: links like 'javascript:alert' are not allowed
          → Templates/page.md:5:1
            [x](javascript:alert)
            ^
        fix: use https:, http:, mailto:, a page or '#…'
      """
    ),
  ])
  func `a mistake says where it is and what to type`(body: String, expected: String) throws {
    let site = SampleSite(["page": "---\ntitle: Page\n---\n" + body])

    let mistakes = try site.mistakes()

    #expect(mistakes.joined(separator: "\n\n") == expected)
  }

  @Test(arguments: [
    ("## A", "the page has no title"),
    ("---\ntitle: A", "the front matter is never closed"),
    ("---\nlead: A\n---\n## A", "the page has no title"),
    ("---\ntitle: A\ntilte: B\n---\n## A", "unknown key 'tilte'"),
    ("---\ntitle: A\norder: first\n---\n## A", "'order' must be a whole number, not 'first'"),
    ("---\ntitle: A\nfor-each: teems as team\n---\n## A", "unknown query or view 'teems'"),
    ("---\ntitle: [\n---\n## A", "not valid YAML: did not find expected node content"),
  ])
  func `front matter is checked`(text: String, message: String) throws {
    let mistakes = try SampleSite(["page": text]).mistakes()

    #expect(mistakes.map { String($0.split(separator: "\n")[0]) } == ["error: " + message])
  }

  @Test func `all mistakes of all templates are reported`() throws {
    let page = "---\ntitle: A\n---\n## {{a}} and {{b}}"

    let mistakes = try SampleSite(["one": page, "two": page]).mistakes()

    #expect(
      mistakes.map { $0.split(separator: "\n")[1] } == [
        "    → Templates/one.md:4:4", "    → Templates/one.md:4:14",
        "    → Templates/two.md:4:4", "    → Templates/two.md:4:14",
      ])
  }

  @Test func `a column of the page row is checked before anything runs`() throws {
    let site = SampleSite([
      "team": "---\ntitle: \"{{team.nmae}}\"\nfor-each: teams as team\n---\n## A"
    ])

    #expect(
      try site.mistakes() == [
        """
        error: 'team' has no column 'nmae'
            → Templates/team.md:2:9
              title: "{{team.nmae}}"
                      ^
          fix: did you mean 'name'? columns: id, name, slug, cost_centre, colour
        """
      ])
  }

  @Test func `two templates of one name are a mistake`() {
    let template = TemplateFile(name: "a.md", text: "---\ntitle: A\n---\n## A")
    var mistakes: [String] = []
    do {
      _ = try compileWorkbook(
        [template, template], layout: TemplateFile(name: "layout.html", text: ""), views: [:])
    } catch {
      mistakes = error.all.map(\.message)
    }

    #expect(mistakes == ["two templates have this name", "'a/index.html' is also written by a.md"])
  }

  @Test func `an unknown slot of the layout is a mistake`() {
    var mistakes: [String] = []
    do {
      _ = try compileWorkbook(
        [], layout: TemplateFile(name: "layout.html", text: "<h1>{{headin}}</h1>"), views: [:])
    } catch {
      mistakes = error.all.map(\.description)
    }

    #expect(mistakes.map { $0.split(separator: "\n")[0] } == ["error: unknown slot 'headin'"])
  }
}
