import Testing

@testable import Workbook

/// What stands below the headline of a page, and the messages it gives.
@Suite struct StructureErrorTests {
  private func mistakes(_ body: String) throws -> String {
    try SampleSite(["page": "---\ntitle: Page\n---\n## A\n" + body]).mistakes()
      .joined(separator: "\n\n")
  }

  static let tabs: [(String, String)] = [
    (
      """
      <!-- tabs: view -->
      """,
      """
      error: 'tabs' is never closed
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: add '<!-- /tabs -->'

      error: these tabs have 0 '###' headings
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: write one '### …' for each tab, 2 to 6 of them

      error: tabs begin with a '###' heading
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: move what stands before it above '<!-- tabs: … -->'
      """
    ),
    (
      """
      <!-- tabs: view -->
      ### A
      Text
      <!-- /tabs -->
      """,
      """
      error: these tabs have 1 '###' headings
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: write one '### …' for each tab, 2 to 6 of them
      """
    ),
    (
      """
      <!-- tabs: view -->
      ### A
      ### B
      ### C
      ### D
      ### E
      ### F
      ### G
      <!-- /tabs -->
      """,
      """
      error: these tabs have 7 '###' headings
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: write one '### …' for each tab, 2 to 6 of them
      """
    ),
    (
      """
      <!-- tabs: view -->
      Text

      ### A
      ### B
      <!-- /tabs -->
      """,
      """
      error: tabs begin with a '###' heading
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: move what stands before it above '<!-- tabs: … -->'
      """
    ),
    (
      """
      <!-- tabs: view -->
      ### A
      ### B
      <!-- /tabs -->
      <!-- tabs: view -->
      ### A
      ### C
      <!-- /tabs -->
      """,
      """
      error: these tabs 'view' have other headings than the first
          → Templates/page.md:9:1
            <!-- tabs: view -->
            ^
        fix: use the headings of line 5, with which these switch together, or another name
      """
    ),
    (
      """
      <!-- tabs: view -->
      ### A
      ### {{as_of}}
      <!-- /tabs -->
      """,
      """
      error: '{{as_of}}' is not the name of a tab
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: write words without values: a tab has one name on every page
      """
    ),
    (
      """
      <!-- tabs: view -->
      ### A
      ###
      <!-- /tabs -->
      """,
      """
      error: '' is not the name of a tab
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: write words without values: a tab has one name on every page
      """
    ),
    (
      """
      <!-- tabs: view -->
      ### A
      ### A
      <!-- /tabs -->
      """,
      """
      error: the choice 'A' stands twice
          → Templates/page.md:5:1
            <!-- tabs: view -->
            ^
        fix: keep one of them
      """
    ),
    (
      """
      <!-- tabs: My view -->
      ### A
      ### B
      <!-- /tabs -->
      """,
      """
      error: 'My view' is not a parameter name
          → Templates/page.md:5:1
            <!-- tabs: My view -->
            ^
        fix: use at most 64 lower-case letters, digits and _, beginning with a letter
      """
    ),
    (
      """
      <!-- tabs: as_of -->
      ### A
      ### B
      <!-- /tabs -->
      """,
      """
      error: the name 'as_of' is taken
          → Templates/page.md:5:1
            <!-- tabs: as_of -->
            ^
        fix: use a name that is no query, no date and not the page's row
      """
    ),
    (
      """
      <!-- tabs: {{as_of}} -->
      ### A
      ### B
      <!-- /tabs -->
      """,
      """
      error: '{{as_of}}' is not a parameter name
          → Templates/page.md:5:1
            <!-- tabs: {{as_of}} -->
            ^
        fix: use at most 64 lower-case letters, digits and _, beginning with a letter
      """
    ),
    (
      """
      <!-- tabs: -->
      """,
      """
      error: 'tabs' does not say what
          → Templates/page.md:5:1
            <!-- tabs: -->
            ^
        fix: write '<!-- tabs: … -->'
      """
    ),
  ]
  @Test(arguments: tabs) func `tabs say how they are written`(
    body: String, expected: String
  ) throws {
    #expect(try mistakes(body) == expected)
  }

  static let structure: [(String, String)] = [
    (
      """
      <!-- columns: 4 -->
      A
      <!-- /columns -->
      """,
      """
      error: 'columns' cannot be '4'
          → Templates/page.md:5:1
            <!-- columns: 4 -->
            ^
        fix: write '<!-- columns: 2 -->' or '<!-- columns: 3 -->'
      """
    ),
    (
      """
      <!-- columns: {{as_of}} -->

      A

      <!-- /columns -->
      """,
      """
      error: 'columns' cannot be '{{as_of}}'
          → Templates/page.md:5:1
            <!-- columns: {{as_of}} -->
            ^
        fix: write '<!-- columns: 2 -->' or '<!-- columns: 3 -->'
      """
    ),
    (
      """
      <!-- columns: 2 -->

      <!-- group: A -->

      <!-- /columns -->

      <!-- /group -->
      """,
      """
      error: 'columns' is never closed
          → Templates/page.md:5:1
            <!-- columns: 2 -->
            ^
        fix: add '<!-- /columns -->'

      error: '/columns' stands where the 'group' of line 7 is open
          → Templates/page.md:9:1
            <!-- /columns -->
            ^
        fix: close that first, with '<!-- /group -->'
      """
    ),
    (
      """
      <!-- /group -->
      """,
      """
      error: '/group' closes nothing
          → Templates/page.md:5:1
            <!-- /group -->
            ^
        fix: remove it, or add '<!-- group: … -->' above
      """
    ),
    (
      """
      <!-- group -->
      """,
      """
      error: 'group' does not say what
          → Templates/page.md:5:1
            <!-- group -->
            ^
        fix: write '<!-- group: … -->'
      """
    ),
    (
      """
      <!-- Group: A -->
      """,
      """
      error: unknown structure 'Group'
          → Templates/page.md:5:1
            <!-- Group: A -->
            ^
        fix: did you mean 'group'? structure: question, include, when, tabs, columns, group
      """
    ),
    (
      """
      <!-- /if -->
      """,
      """
      error: unknown structure '/if'
          → Templates/page.md:5:1
            <!-- /if -->
            ^
        fix: structure: /when, /tabs, /columns, /group
      """
    ),
    (
      """
      <!-- when: as_of --> Text <!-- /when -->
      """,
      """
      error: text stands beside a comment
          → Templates/page.md:5:1
            <!-- when: as_of --> Text <!-- /when -->
            ^
        fix: give the comment a line of its own at the left edge
      """
    ),
    (
      """
      Text <!-- when: as_of -->
      """,
      """
      error: 'when' stands beside or inside other text
          → Templates/page.md:5:1
            Text <!-- when: as_of -->
            ^
        fix: give the comment a line of its own at the left edge
      """
    ),
    (
      """
      - <!-- /when -->
      """,
      """
      error: '/when' stands beside or inside other text
          → Templates/page.md:5:1
            - <!-- /when -->
            ^
        fix: give the comment a line of its own at the left edge
      """
    ),
    (
      """
      <!-- when: as_of
      """,
      """
      error: the comment is never closed
          → Templates/page.md:5:1
            <!-- when: as_of
            ^
        fix: add '-->'
      """
    ),
    (
      """
      Text

      <!--

      more
      """,
      """
      error: the comment is never closed
          → Templates/page.md:7:1
            <!--
            ^
        fix: add '-->'
      """
    ),
    (
      """
      <!-- group: A -->
      ## B
      <!-- /group -->
      """,
      """
      error: a section cannot stand inside group
          → Templates/page.md:6:1
            ## B
            ^
        fix: move it out
      """
    ),
    (
      """
      <!-- columns: 2 -->
      > Note
      <!-- /columns -->
      """,
      """
      error: a margin note cannot stand inside columns
          → Templates/page.md:6:1
            > Note
            ^
        fix: move it out
      """
    ),
    (
      """
      ```params
      m: toggle a | b
      ```
      <!-- when: m == a -->
      ## B
      <!-- /when -->
      """,
      """
      error: a section cannot stand inside when
          → Templates/page.md:9:1
            ## B
            ^
        fix: move it out
      """
    ),
    (
      """
      <!-- tabs: view -->
      ### A
      > Note
      ### B
      ## C
      <!-- /tabs -->
      """,
      """
      error: a margin note cannot stand inside tabs
          → Templates/page.md:7:1
            > Note
            ^
        fix: move it out

      error: a section cannot stand inside tabs
          → Templates/page.md:9:1
            ## C
            ^
        fix: move it out
      """
    ),
    (
      """
      <!-- when: {{as_of}} -->
      A
      <!-- /when -->
      """,
      """
      error: not a condition: '{{as_of}}'
          → Templates/page.md:5:1
            <!-- when: {{as_of}} -->
            ^
        fix: write '<!-- when: query.column -->' or '<!-- when: toggle == choice -->'
      """
    ),
    (
      """
      <!-- when: nothing -->
      A
      <!-- /when -->
      """,
      """
      error: unknown value 'nothing'
          → Templates/page.md:5:1
            <!-- when: nothing -->
            ^
        fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement
      """
    ),
    (
      """
      <!-- when: x.a -->
      A
      <!-- /when -->
      """,
      """
      error: unknown value 'x.a'
          → Templates/page.md:5:1
            <!-- when: x.a -->
            ^
        fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement
      """
    ),
    (
      """
      [words]: https://h.example
      """,
      """
      error: link definitions are not part of the template language
          → Templates/page.md:5:1
            [words]: https://h.example
            ^
        fix: write the address beside its words: [words](address)
      """
    ),
    (
      """
      A <? b
      """,
      """
      error: HTML is not part of the template language
          → Templates/page.md:5:1
            A <? b
            ^
        fix: write Markdown; structure is given by comments, pictures by steps
      """
    ),
    (
      """
      A <!DOCTYPE html>
      """,
      """
      error: HTML is not part of the template language
          → Templates/page.md:5:1
            A <!DOCTYPE html>
            ^
        fix: write Markdown; structure is given by comments, pictures by steps
      """
    ),
    (
      """
      <?php
      ?>
      """,
      """
      error: HTML is not part of the template language
          → Templates/page.md:5:1
            <?php
            ^
        fix: write Markdown; structure is given by comments, pictures by steps
      """
    ),
    (
      """
      ```grid {{as_of}}
      columns: [a]
      ```
      """,
      """
      error: unknown query '{{as_of}}'
          → Templates/page.md:5:9
            ```grid {{as_of}}
                    ^
        fix: write the query between '```sql {{as_of}}' and '```'
      """
    ),
    (
      """
      <!-- question: {{nothing}}? -->
      ## B
      """,
      """
      error: unknown value 'nothing'
          → Templates/page.md:5:16
            <!-- question: {{nothing}}? -->
                           ^
        fix: values: as_of, this_month, last_month, title, organisation, currency, time_zone, users, agreement
      """
    ),
    (
      """
      <!-- when: x > 1 -->
      A
      <!-- /when -->
      """,
      """
      error: not a condition: 'x > 1'
          → Templates/page.md:5:1
            <!-- when: x > 1 -->
            ^
        fix: write '<!-- when: query.column -->' or '<!-- when: toggle == choice -->'
      """
    ),
    (
      """
      <!-- when: x.a == 1 -->
      A
      <!-- /when -->
      """,
      """
      error: not a condition: 'x.a == 1'
          → Templates/page.md:5:1
            <!-- when: x.a == 1 -->
            ^
        fix: write '<!-- when: query.column -->' or '<!-- when: toggle == choice -->'
      """
    ),
    (
      """
      > ```grid x
      > columns: [a]
      > ```
      """,
      """
      error: a grid step stands inside another block
          → Templates/page.md:5:1
            > ```grid x
            ^
        fix: move it to the left edge, out of the list or quotation
      """
    ),
  ]
  @Test(arguments: structure) func `comments, conditions and containers say what is wrong`(
    body: String, expected: String
  ) throws {
    #expect(try mistakes(body) == expected)
  }

  @Test func `containers have a depth, and what is beyond it is closed too`() throws {
    let opened = (1...9).map { "<!-- group: \($0) -->\n\n" }.joined()
    let closed = String(repeating: "<!-- /group -->\n\n", count: 9)

    #expect(
      try mistakes(opened + closed) == """
        error: blocks stand more than 8 deep inside each other
            → Templates/page.md:21:1
              <!-- group: 9 -->
              ^
          fix: write the page with less nesting
        """)
  }
}
