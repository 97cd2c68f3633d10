import Tables
import Testing

@testable import Workbook

@Suite struct HostileDataTests {
  static let names = [
    "<script>alert(1)</script>", "[x](javascript:1)", "=cmd|' /C calc'!A0", "{{title}}", "*a* _b_",
    "</table></details>", "javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x",
    "\" onmouseover=\"x", "' onfocus='x", "&lt;b&gt;", "//evil.example/x", "../../../etc/passwd",
    "a\u{0}b\u{1B}c", "\u{E000}0\u{E001}", "<!-- when: x -->", "]]>", "a|b", "`code`",
  ]
  static let template = """
    ---
    title: "{{x.name}}"
    lead: "{{x.name}}"
    facts:
      - Name: "{{x.name}}"
    breadcrumbs:
      - Name: "{{x.name}}"
    ---
    # {{x.name}}
    ```sql x
    select name, day, cost, unpriced_tokens from charges
    ```
    <!-- question: {{x.name}} -->
    ## **{{x.name}}** [{{x.name}}]({{x.name}}) [a](teams/{{x.name}}) [b](https://h.example/?q={{x.name}})
    `{{x.name}}`

    > {{x.name}}

    | {{x.name}} |
    |---|
    | {{x.name}} |

    ```tiles x
    - {label: "{{x.name}}", value: name, detail: "{{x.name}}"}
    ```
    ```grid x
    title: "{{x.name}}"
    total: "{{x.name}}"
    columns:
      - name: {label: "{{x.name}}", link: "{name}", detail: name, status: name, swatch: name}
      - cost: {format: money, total: true}
    ```
    ```chart x
    type: stacked-column
    x: day
    y: cost
    series: name
    title: "{{x.name}}"
    summary: "{{x.name}}"
    ```
    ```chart x
    type: bar
    x: name
    y: cost
    ```
    """

  /// The tags of a page without their text, and without what depends on the length of a name.
  private func tags(of page: String) -> [String] {
    page.matches(of: /<[^<>]*>/).map { match in
      String(match.output).replacing(
        /\ (x|y|d|width|height|aria-label|viewBox|data-slots)="[^"]*"/, with: "")
    }.filter { !$0.hasPrefix("<text") && !$0.hasPrefix("</text") }
  }

  private func rendered(_ name: String) throws -> [String: String] {
    try SampleSite(
      ["page": Self.template],
      tables: [
        (
          "from charges",
          table("name day cost unpriced_tokens", [.text(name), "2026-11-16", 1_000_000_000, 0])
        )
      ]
    ).rendered()
  }

  @Test(arguments: names) func `data is never markup`(name: String) throws {
    let harmless = try rendered("harmless")["page/index.html"]!

    let page = try rendered(name)["page/index.html"]!

    let external = /<a href="https:[^"]*">/
    #expect(
      tags(of: page.replacing(external, with: "<a>"))
        == tags(of: harmless.replacing(external, with: "<a>")))
    #expect(!page.contains("<script"))
    #expect(!page.contains("href=\"javascript"))
  }

  @Test func `a formula is text in a spreadsheet`() throws {
    let file = try rendered("=cmd|' /C calc'!A0, \"x\"")["page/x.csv"]

    #expect(
      file
        == "\u{FEFF}name,day,cost,unpriced_tokens\r\n"
        + "\"'=cmd|' /C calc'!A0, \"\"x\"\"\",2026-11-16,1.000000000,0\r\n")
  }
}
