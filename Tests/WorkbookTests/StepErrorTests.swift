import Testing

@testable import Workbook

/// What stands below the headline of a page, and the messages it gives.
@Suite struct StepErrorTests {
  private func mistakes(_ body: String) throws -> String {
    try SampleSite(["page": "---\ntitle: Page\n---\n## A\n" + body]).mistakes()
      .joined(separator: "\n\n")
  }

  static let steps: [(String, String)] = [
    (
      """
      ```sql x
      select 1 as a
      ```
      ```callout x
      status: bad
      ```
      """,
      """
      error: the callout has no 'text'
          → Templates/page.md:9:1
            status: bad
            ^
        fix: add 'text: …'

      error: unknown status 'bad'
          → Templates/page.md:9:9
            status: bad
                    ^
        fix: choices: ok, attention, problem
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```callout x
      - a
      ```
      """,
      """
      error: 'callout' must be 'key: value' lines, not a list
          → Templates/page.md:9:1
            - a
            ^
        fix: write 'key: value' lines after 'callout:'

      error: the callout has no 'text'
          → Templates/page.md:9:1
            - a
            ^
        fix: add 'text: …'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```callout
      text: A
      ```
      """,
      """
      error: this callout does not say which query it is about
          → Templates/page.md:8:1
            ```callout
            ^
        fix: write '```callout NAME'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```callout x
      text: A
      link: nowhere
      ```
      """,
      """
      error: no page 'nowhere'
          → Templates/page.md:10:7
            link: nowhere
                  ^
        fix: pages: page
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```callout x
      text: A
      link: "javascript:a"
      ```
      """,
      """
      error: links like 'javascript:a' are not allowed
          → Templates/page.md:10:7
            link: "javascript:a"
                  ^
        fix: use https:, http:, mailto:, a page or '#…'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```callout x
      txt: A
      ```
      """,
      """
      error: unknown key 'txt'
          → Templates/page.md:9:1
            txt: A
            ^
        fix: did you mean 'text'? keys: status, word, text, link, link-text

      error: the callout has no 'text'
          → Templates/page.md:9:1
            txt: A
            ^
        fix: add 'text: …'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```links x
      link: "{{a}}"
      ```
      """,
      """
      error: the links has no 'label'
          → Templates/page.md:9:1
            link: "{{a}}"
            ^
        fix: add 'label: …'
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```links x
      label: a
      style: row
      ```
      """,
      """
      error: the links has no 'link'
          → Templates/page.md:9:1
            label: a
            ^
        fix: add 'link: …'

      error: unknown style 'row'
          → Templates/page.md:10:8
            style: row
                   ^
        fix: choices: list, line
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```links y
      label: a
      link: b
      ```
      """,
      """
      error: unknown query 'y'
          → Templates/page.md:8:10
            ```links y
                     ^
        fix: queries: x
      """
    ),
    (
      """
      ```sql x
      select 1 as a
      ```
      ```tiles x
      label: a
      ```
      """,
      """
      error: the tiles is not a list of mappings
          → Templates/page.md:9:1
            label: a
            ^
        fix: write one '- label: …' per line
      """
    ),
  ]
  @Test(arguments: steps) func `a step says what is missing or unknown`(
    body: String, expected: String
  ) throws {
    #expect(try mistakes(body) == expected)
  }
}
