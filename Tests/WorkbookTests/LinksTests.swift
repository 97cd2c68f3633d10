import Tables
import Testing

@testable import Workbook

@Suite struct LinksTests {
  private func html(_ links: String, _ rows: Table) throws -> String {
    try blocks(
      "```sql t\nselect 1\n```\n```links t\n\(links)\n```", tables: [("select 1", rows)])
  }

  private let rows = table(
    "name slug cost", ["A & B", "a b", "€3"], ["C", nil, nil], ["<d>", "javascript:d", "€1"])

  @Test func `a row is a link with its detail, and its words alone where it leads nowhere`() throws
  {
    #expect(
      try html(
        "label: name\nlink: \"https://h.example/{{slug}}\"\ndetail: cost\ntitle: \"At {{as_of}}\"",
        rows) == """
          <h3>At 2026-11-22</h3>
          <ul class="links links-list">
          <li><a href="https://h.example/a%20b">A &amp; B</a> <span class="detail">€3</span></li>
          <li>C</li>
          <li><a href="https://h.example/javascript%3Ad">&lt;d&gt;</a> <span class="detail">€1</span></li>
          </ul>

          """)
  }

  @Test func `links may stand one after the other`() throws {
    #expect(
      try html("label: name\nlink: \"{slug}\"\nstyle: line", rows) == """
        <ul class="links links-line">
        <li>A &amp; B</li>
        <li>C</li>
        <li>&lt;d&gt;</li>
        </ul>

        """)
  }

  @Test func `links to pages are relative`() throws {
    let site = SampleSite(
      [
        "team": """
        ---
        title: "{{team.name}}"
        for-each: teams as team
        ---
        ```sql others
        select 1
        ```
        ## A
        ```links others
        label: name
        link: "teams/{{slug}}"
        ```
        """
      ],
      tables: [
        ("\"teams\"", table("id name slug", ["a", "A", "a"])),
        ("select 1", table("name slug", ["A", "a"], ["B", "b"])),
      ])

    #expect(
      blocks(of: try site.rendered()["teams/a/index.html"]) == """
        <ul class="links links-list">
        <li><a href="../../teams/a/index.html">A</a></li>
        <li>B</li>
        </ul>

        """)
  }

  @Test func `without rows there is the sentence for it, or nothing`() throws {
    #expect(try html("label: name\nlink: \"{{slug}}\"", table("name slug")) == "")
    #expect(
      try html(
        "label: name\nlink: \"{{slug}}\"\nempty: \"None in {{this_month}}\"", table("name slug"))
        == "<p class=\"empty\">None in 2026-11</p>\n")
  }
}
