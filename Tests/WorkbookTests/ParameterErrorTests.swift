import Testing

@testable import Workbook

/// What stands below the headline of a page, and the messages it gives.
@Suite struct ParameterErrorTests {
  private func mistakes(_ body: String) throws -> String {
    try SampleSite(["page": "---\ntitle: Page\n---\n## A\n" + body]).mistakes()
      .joined(separator: "\n\n")
  }

  static let params: [(String, String)] = [
    (
      """
      ```params
      ```
      """,
      """
      error: the params is empty
          → Templates/page.md:5:1
            ```params
            ^
        fix: write the params between the fences, or remove them
      """
    ),
    (
      """
      ```params
      - a
      ```
      """,
      """
      error: 'params' must be 'name: toggle …' lines, not a list
          → Templates/page.md:6:1
            - a
            ^
        fix: write 'name: toggle …' lines after 'params:'
      """
    ),
    (
      """
      ```params
      m: toggle
      ```
      """,
      """
      error: a toggle cannot have 1 choices
          → Templates/page.md:6:4
            m: toggle
               ^
        fix: write 2 to 6 choices, with '|' between them
      """
    ),
    (
      """
      ```params
      m: toggle a
      ```
      """,
      """
      error: a toggle cannot have 1 choices
          → Templates/page.md:6:4
            m: toggle a
               ^
        fix: write 2 to 6 choices, with '|' between them
      """
    ),
    (
      """
      ```params
      m: toggle a | b | c | d | e | f | g
      ```
      """,
      """
      error: a toggle cannot have 7 choices
          → Templates/page.md:6:4
            m: toggle a | b | c | d | e | f | g
               ^
        fix: write 2 to 6 choices, with '|' between them
      """
    ),
    (
      """
      ```params
      m: toggle a | b | a
      ```
      """,
      """
      error: the choice 'a' stands twice
          → Templates/page.md:6:4
            m: toggle a | b | a
               ^
        fix: keep one of them
      """
    ),
    (
      """
      ```params
      m: toggle a | b = c
      ```
      """,
      """
      error: unknown choice 'c'
          → Templates/page.md:6:4
            m: toggle a | b = c
               ^
        fix: choices: a, b
      """
    ),
    (
      """
      ```params
      m: toggle a A | b
      ```
      """,
      """
      error: not a parameter: 'a A | b'
          → Templates/page.md:6:4
            m: toggle a A | b
               ^
        fix: write 'measure: toggle cost "Cost" | tokens "Tokens" = cost', or 'feature: filter query.column'
      """
    ),
    (
      """
      ```params
      m: toggle a "A" x | b
      ```
      """,
      """
      error: not a parameter: 'a "A" x | b'
          → Templates/page.md:6:4
            m: toggle a "A" x | b
               ^
        fix: write 'measure: toggle cost "Cost" | tokens "Tokens" = cost', or 'feature: filter query.column'
      """
    ),
    (
      """
      ```params
      m: toggle a | b = a = b
      ```
      """,
      """
      error: not a parameter: 'a | b = a = b'
          → Templates/page.md:6:4
            m: toggle a | b = a = b
               ^
        fix: write 'measure: toggle cost "Cost" | tokens "Tokens" = cost', or 'feature: filter query.column'
      """
    ),
    (
      """
      ```params
      m: choice a | b
      ```
      """,
      """
      error: not a parameter: 'choice a | b'
          → Templates/page.md:6:4
            m: choice a | b
               ^
        fix: write 'measure: toggle cost "Cost" | tokens "Tokens" = cost', or 'feature: filter query.column'
      """
    ),
    (
      """
      ```params
      m: toggle a | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      ```
      """,
      """
      error: the choice 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' is longer than 64 characters
          → Templates/page.md:6:4
            m: toggle a | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
               ^
        fix: write a short word, and what readers see in quotes after it
      """
    ),
    (
      """
      ```params
      m: toggle a | 
      ```
      """,
      """
      error: not a parameter: 'a |'
          → Templates/page.md:6:4
            m: toggle a | 
               ^
        fix: write 'measure: toggle cost "Cost" | tokens "Tokens" = cost', or 'feature: filter query.column'
      """
    ),
    (
      """
      ```params
      m: [a, b]
      ```
      """,
      """
      error: not a parameter: 'a list'
          → Templates/page.md:6:4
            m: [a, b]
               ^
        fix: write 'measure: toggle cost "Cost" | tokens "Tokens" = cost', or 'feature: filter query.column'
      """
    ),
    (
      """
      ```params
      M: toggle a | b
      ```
      """,
      """
      error: 'M' is not a parameter name
          → Templates/page.md:6:1
            M: toggle a | b
            ^
        fix: use at most 64 lower-case letters, digits and _, beginning with a letter
      """
    ),
    (
      """
      ```params
      m-n: toggle a | b
      ```
      """,
      """
      error: 'm-n' is not a parameter name
          → Templates/page.md:6:1
            m-n: toggle a | b
            ^
        fix: use at most 64 lower-case letters, digits and _, beginning with a letter
      """
    ),
    (
      """
      ```params
      this_month: toggle a | b
      ```
      """,
      """
      error: the name 'this_month' is taken
          → Templates/page.md:6:1
            this_month: toggle a | b
            ^
        fix: use a name that is no query, no date and not the page's row
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      m: toggle a | b
      ```
      """,
      """
      error: the key 'm' is written twice
          → Templates/page.md:7:1
            m: toggle a | b
            ^
        fix: keep this line or line 6, and remove the other
      """
    ),
    (
      """
      ```params
      a: toggle a | b
      b: toggle a | b
      c: toggle a | b
      d: toggle a | b
      ```
      <!-- tabs: view -->
      ### A
      ### B
      <!-- /tabs -->
      """,
      """
      error: a page cannot have more than 4 toggles and tabs
          → Templates/page.md:11:1
            <!-- tabs: view -->
            ^
        fix: make a second page
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      <!-- when: m -->
      A
      <!-- /when -->
      """,
      """
      error: the toggle 'm' is no condition by itself
          → Templates/page.md:8:1
            <!-- when: m -->
            ^
        fix: write '<!-- when: m == choice -->'
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      <!-- when: m == c -->
      A
      <!-- /when -->
      """,
      """
      error: unknown choice 'c'
          → Templates/page.md:8:1
            <!-- when: m == c -->
            ^
        fix: choices: a, b
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      <!-- when: n == a -->
      A
      <!-- /when -->
      """,
      """
      error: unknown parameter ':n'
          → Templates/page.md:8:1
            <!-- when: n == a -->
            ^
        fix: parameters: m
      """
    ),
  ]
  @Test(arguments: params) func `a params fence says how it is written`(
    body: String, expected: String
  ) throws {
    #expect(try mistakes(body) == expected)
  }

  static let filters: [(String, String)] = [
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      f: filter x
      ```
      """,
      """
      error: not a parameter: 'filter x'
          → Templates/page.md:9:4
            f: filter x
               ^
        fix: write 'measure: toggle cost "Cost" | tokens "Tokens" = cost', or 'feature: filter query.column'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      f: filter x.a
      ```
      """,
      """
      error: no grid of 'x' shows 'a', so there is nothing to filter
          → Templates/page.md:9:4
            f: filter x.a
               ^
        fix: add the column to a '```grid x'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      f: filter x.a
      g: filter x.b
      ```
      ```grid x
      columns: [a, b]
      ```
      """,
      """
      error: a second filter of 'x'
          → Templates/page.md:10:1
            g: filter x.b
            ^
        fix: keep one; the first is in line 9
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      f: filter y.a
      ```
      """,
      """
      error: no grid of 'y' shows 'a', so there is nothing to filter
          → Templates/page.md:9:4
            f: filter y.a
               ^
        fix: add the column to a '```grid y'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      f: filter x.a
      ```
      ```grid x
      columns: [b]
      ```
      """,
      """
      error: no grid of 'x' shows 'a', so there is nothing to filter
          → Templates/page.md:9:4
            f: filter x.a
               ^
        fix: add the column to a '```grid x'
      """
    ),
  ]
  @Test(arguments: filters) func `a filter is of one grid`(
    body: String, expected: String
  ) throws {
    #expect(try mistakes(body) == expected)
  }

  static let toggles: [(String, String)] = [
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      x: toggle a | b
      ```
      """,
      """
      error: the name 'x' is taken
          → Templates/page.md:9:1
            x: toggle a | b
            ^
        fix: use a name that is no query, no date and not the page's row
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      ```params
      m: toggle a | b
      ```

      """,
      """
      error: a second parameter 'm'
          → Templates/page.md:9:1
            m: toggle a | b
            ^
        fix: rename one; the first is in line 6
      """
    ),
    (
      """
      ```params
      a: toggle a | b | c
      b: toggle a | b | c
      ```
      {{a}} {{b}}
      """,
      """
      error: this needs 9 variants
          → Templates/page.md:9:1
            {{a}} {{b}}
            ^
        fix: use fewer toggles in one step, or fewer choices: at most 6 variants
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      ## {{m}}
      # {{m}}
      > {{m}}

      <!-- question: {{m}} -->
      ## B
      <!-- group: {{m}} -->
      <!-- /group -->
      """,
      """
      error: this text would depend on the toggle 'm'
          → Templates/page.md:8:4
            ## {{m}}
               ^
        fix: use it in steps, paragraphs and lists; headings, notes and titles of pages are the same for every choice

      error: this text would depend on the toggle 'm'
          → Templates/page.md:9:3
            # {{m}}
              ^
        fix: use it in steps, paragraphs and lists; headings, notes and titles of pages are the same for every choice

      error: this text would depend on the toggle 'm'
          → Templates/page.md:10:3
            > {{m}}
              ^
        fix: use it in steps, paragraphs and lists; headings, notes and titles of pages are the same for every choice

      error: this text would depend on the toggle 'm'
          → Templates/page.md:12:16
            <!-- question: {{m}} -->
                           ^
        fix: use it in steps, paragraphs and lists; headings, notes and titles of pages are the same for every choice

      error: this text would depend on the toggle 'm'
          → Templates/page.md:14:13
            <!-- group: {{m}} -->
                        ^
        fix: use it in steps, paragraphs and lists; headings, notes and titles of pages are the same for every choice
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      ```sql x
      select :m as a
      ```
      ## {{x.a}}
      """,
      """
      error: this text would depend on the toggle 'm'
          → Templates/page.md:11:4
            ## {{x.a}}
               ^
        fix: use it in steps, paragraphs and lists; headings, notes and titles of pages are the same for every choice
      """
    ),
    (
      """
      <!-- when: n == a -->
      A
      <!-- /when -->
      """,
      """
      error: unknown parameter ':n'
          → Templates/page.md:5:1
            <!-- when: n == a -->
            ^
        fix: declare the toggle 'n' in a 'params' fence
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      m: toggle a | b
      ```
      ```grid x
      columns:
        - :n
      ```
      """,
      """
      error: unknown parameter ':n'
          → Templates/page.md:13:5
              - :n
                ^
        fix: parameters: m
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```chart x
      type: bar
      x: a
      y: :m
      ```
      """,
      """
      error: unknown parameter ':m'
          → Templates/page.md:11:4
            y: :m
               ^
        fix: declare the toggle 'm' in a 'params' fence
      """
    ),
    (
      """
      <!-- group: A -->
      ```params
      m: toggle a | b
      ```
      ```sql x
      select :m as a
      ```
      <!-- /group -->

      {{m}} {{x.a}}

      ```grid x
      columns: [a]
      ```
      ```sql y
      select a from x
      ```
      ```sql z
      select :m
      ```
      """,
      """
      error: unknown value 'm'
          → Templates/page.md:14:1
            {{m}} {{x.a}}
            ^
        fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement, x.…, y.…, z.…

      error: the query 'x' depends on the toggle 'm', which is not known here
          → Templates/page.md:14:7
            {{m}} {{x.a}}
                  ^
        fix: move it to where 'm' is declared, or declare that outside 'group' and 'when'

      error: the query 'x' depends on the toggle 'm', which is not known here
          → Templates/page.md:16:1
            ```grid x
            ^
        fix: move it to where 'm' is declared, or declare that outside 'group' and 'when'

      error: the query 'y' depends on the toggle 'm', which is not known here
          → Templates/page.md:19:1
            ```sql y
            ^
        fix: move it to where 'm' is declared, or declare that outside 'group' and 'when'

      error: unknown parameter ':m'
          → Templates/page.md:23:8
            select :m
                   ^
        fix: parameters: as_of, this_month, last_month
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      <!-- when: x.a -->
      ```params
      m: toggle a | b
      ```
      <!-- /when -->

      {{m}}
      """,
      """
      error: unknown value 'm'
          → Templates/page.md:14:1
            {{m}}
            ^
        fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement, x.…
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      ```sql x
      select :m as a
      ```
      <!-- when: x.a -->
      ```params
      n: toggle a | b
      ```
      <!-- tabs: view -->
      ### A
      ### B
      <!-- /tabs -->
      <!-- /when -->
      """,
      """
      error: a toggle cannot stand inside what depends on a toggle
          → Templates/page.md:12:1
            ```params
            ^
        fix: move it out

      error: a tab cannot stand inside what depends on a toggle
          → Templates/page.md:15:1
            <!-- tabs: view -->
            ^
        fix: move it out
      """
    ),
    (
      """
      ```params
      m: toggle a | b | c
      n: toggle a | b | c
      ```
      ```sql x
      select :m as a
      ```
      <!-- when: x.a -->
      {{n}}
      <!-- /when -->
      """,
      """
      error: this needs 9 variants
          → Templates/page.md:13:1
            {{n}}
            ^
        fix: use fewer toggles in one step, or fewer choices: at most 6 variants
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```params
      m: toggle a | b
      ```
      ```grid x
      columns:
        - :m: {format: {a: money, c: tokens}}
      ```
      """,
      """
      error: 'format' has no column 'b'
          → Templates/page.md:13:5
              - :m: {format: {a: money, c: tokens}}
                ^
        fix: columns: a, c
      """
    ),
  ]
  @Test(arguments: toggles) func `a toggle says where it can be used`(
    body: String, expected: String
  ) throws {
    #expect(try mistakes(body) == expected)
  }

  @Test func `titles, leads, facts and breadcrumbs are the same for every choice`() throws {
    let mistakes = try SampleSite([
      "page": """
      ---
      title: "{{m}}"
      lead: "In {{m}}"
      facts:
        - Measure: "{{m}}"
      breadcrumbs:
        - "{{m}}": .
        - Here: "page/{{m}}"
      ---
      ## A
      ```params
      m: toggle a | b
      ```
      """
    ]).mistakes()

    #expect(
      mistakes.map { $0.split(separator: "\n").prefix(2).joined() } == [
        "error: this text would depend on the toggle 'm'    → Templates/page.md:2:9",
        "error: this text would depend on the toggle 'm'    → Templates/page.md:3:11",
        "error: this text would depend on the toggle 'm'    → Templates/page.md:5:15",
        "error: this text would depend on the toggle 'm'    → Templates/page.md:7:6",
        "error: this text would depend on the toggle 'm'    → Templates/page.md:8:17",
      ])
  }
}
