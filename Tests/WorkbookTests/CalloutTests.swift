import Tables
import Testing

@testable import Workbook

@Suite struct CalloutTests {
  private func html(_ callout: String, _ rows: Table) throws -> String {
    try blocks(
      "```sql late\nselect 1\n```\n```callout late\n\(callout)\n```", tables: [("select 1", rows)])
  }

  private let late = table("days slug", [3, "a b"])

  @Test func `a callout is a word and a sentence behind the icon of its status`() throws {
    #expect(
      try html("status: problem\ntext: \"{{late.days}} days & more are <late>\"", late) == """
        <div class="callout callout-problem">\(StatusIcon.problem.markup)<p><strong class="callout-word">A problem</strong> 3 days &amp; more are &lt;late&gt;</p></div>

        """)
    #expect(
      try html("status: ok\nword: \"{{as_of}}\"\ntext: Complete", late) == """
        <div class="callout callout-ok">\(StatusIcon.ok.markup)<p><strong class="callout-word">2026-11-22</strong> Complete</p></div>

        """)
  }

  @Test func `a callout asks for attention where it does not say otherwise`() throws {
    #expect(
      try html("text: Late", late) == """
        <div class="callout callout-attention">\(StatusIcon.attention.markup)<p><strong class="callout-word">\(StatusIcon.attention.word)</strong> Late</p></div>

        """)
  }

  @Test func `a callout without a row is not there`() throws {
    #expect(try html("text: \"{{late.days}}\"", table("days")) == "")
  }

  @Test(arguments: [
    ("link: page", " <a href=\"../page/index.html\">More</a>"),
    (
      "link: \"page#{{late.days}}\"\nlink-text: \"See {{late.days}}\"",
      " <a href=\"../page/index.html#3\">See 3</a>"
    ),
    (
      "link: \"https://h.example/?q={{late.slug}}\"",
      " <a href=\"https://h.example/?q=a%20b\">More</a>"
    ),
    // Data can lead to a page that is not there: then there is no link.
    ("link: \"teams/{{late.slug}}\"", ""), ("link: \"{{late.slug}}:x\"", ""),
  ])
  func `a callout may end with a link`(keys: String, link: String) throws {
    #expect(
      try html("text: Late\n" + keys, late).components(between: "</strong>", and: "</p>") == " Late"
        + link)
  }
}
