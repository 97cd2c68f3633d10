import Tables
import Testing

@testable import Workbook

@Suite struct SearchIndexTests {
  private func index(_ files: [String: String]) -> String? {
    files.first { $0.key.hasPrefix("assets/search-") }?.value
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

  @Test func `the name of the index changes with its content`() throws {
    func name(_ title: String) throws -> String? {
      try SampleSite(["page": "---\ntitle: \(title)\n---\n## A"]).rendered().keys.first {
        $0.hasPrefix("assets/search-")
      }
    }

    #expect(try name("A") != name("B"))
    #expect(try name("A")?.wholeMatch(of: /assets\/search-[0-9a-f]{8}\.js/) != nil)
  }
}
