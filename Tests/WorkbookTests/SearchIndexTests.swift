import Tables
import Testing

@testable import Workbook

@Suite struct SearchIndexTests {
  private func index(_ files: [String: String]) -> String? {
    files["assets/search.js"]
  }

  @Test func `every page is found by its title, with what it is about`() throws {
    let site = SampleSite(
      [
        "overview": "---\ntitle: Overview\n---\n## A",
        "how-we-count": "---\ntitle: \"How \\\"we\\\" count in {{currency}}\"\n---\n## A",
        "team":
          "---\ntitle: \"{{team.name}}: {{spent.cost | money}}\"\nfor-each: teams as team\n---\n```sql spent\nselect cost\n```\n## A",
        "pair":
          "---\ntitle: \"{{p.a}} {{p.b}}\"\nfor-each: pairs as team_month\nkeys: [a, b]\n---\n```sql pairs\nselect 2\n```\n## A"
          .replacing("{{p.", with: "{{team_month."),
        "_partial": "Not a page",
      ],
      tables: [
        (
          "\"teams\"",
          table("id name slug", ["a", "</script><b>", "a"], ["b", "B\u{2028}\n\\", "b"])
        ),
        ("select cost", table("cost", [1_000_000_000])), ("select 2", table("a b", [1, 2])),
      ])

    #expect(
      index(try site.rendered()) == """
        window.TOKENBOOK_SEARCH=[
        ["How \\"we\\" count in EUR","Page","how-we-count/index.html"],
        ["Overview","Page","index.html"],
        ["1 2","Team month","pairs/1/2/index.html"],
        ["\\u003c/script>\\u003cb>: €1.00","Team","teams/a/index.html"],
        ["B\u{2028}\u{FFFD}\\\\: €1.00","Team","teams/b/index.html"]
        ];

        """)
  }

  /// Pages name it, and those of closed months do not change when there is a new page.
  @Test func `the name of the index does not change with its content`() throws {
    let (a, b) = try (
      SampleSite(["page": "---\ntitle: A\n---\n## A"]).rendered(),
      SampleSite(["page": "---\ntitle: B\n---\n## A"]).rendered()
    )

    #expect(a["assets/search.js"] != b["assets/search.js"])
    #expect(a.keys.sorted() == b.keys.sorted())
  }
}
