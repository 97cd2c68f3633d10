import Synchronization
import Tables
import Testing

@testable import Workbook

@Suite struct PageKeysTests {
  private static let template = """
    ---
    title: "{{one.name}} in {{one.month | month}}"
    for-each: pairs as one
    keys: [team, month]
    ---
    ```sql pairs
    select team, month, name from somewhere
    ```
    ```sql spent
    select :team as team, :month as month -- spent
    ```
    ## {{spent.team}} in {{spent.month}}
    [Overview](.) [First](pairs/a-b-a760b0/2026-10)
    """
  private let pairs = table(
    "name slug month team", ["Ab", "ignored", "2026-10", "A b"],
    ["Ab", "ignored", "2026-11", "A b"], ["C", "ignored", "2026-10", "c"])

  @Test func `each key is a folder deeper and a parameter`() throws {
    let bound = Mutex<Set<[String: Cell]>>([])
    let pairs = pairs
    let site = SampleSite([
      "page": Self.template, "overview": "---\ntitle: Overview\n---\n## Overview",
    ])

    let files = try site.rendered { sql, given in
      guard sql.contains("-- spent") else { return pairs }
      _ = bound.withLock { $0.insert(given) }
      return table("team month", [given["team"]!, given["month"]!])
    }

    #expect(
      files.keys.filter { $0.hasPrefix("pairs/") }.sorted() == [
        "pairs/a-b-\(hash)/2026-10/index.html", "pairs/a-b-\(hash)/2026-11/index.html",
        "pairs/c/2026-10/index.html",
      ])
    #expect(
      bound.withLock { $0 } == [
        ["team": "A b", "month": "2026-10"], ["team": "A b", "month": "2026-11"],
        ["team": "c", "month": "2026-10"],
      ])
    let page = files["pairs/c/2026-10/index.html"]!
    #expect(page.contains("<h1>C in October\u{A0}2026</h1>"))
    #expect(
      content(of: page) == """
        <section class="section" aria-labelledby="s1">
        <div class="row">
        <div class="blocks">
        <h2 id="s1" class="headline lead-headline">c in 2026-10</h2>
        <p><a href="../../../index.html">Overview</a> <a href="../../../pairs/a-b-\(hash)/2026-10/index.html">First</a></p>
        </div>
        </div>
        </section>

        """)
  }

  /// Of `A b`, which is no path as it stands.
  private let hash = "a760b0"

  @Test func `one key that is not the id has its own path`() throws {
    let site = SampleSite([
      "page":
        "---\ntitle: \"{{m.month}}\"\nfor-each: q as m\nkeys: [month]\n---\n```sql q\nselect 1\n```\n## A"
    ])

    let files = try site.rendered { _, _ in table("id month", [1, "2026-10"], [2, "2026-11"]) }

    #expect(
      files.keys.filter { $0.hasSuffix(".html") }.sorted() == [
        "q/2026-10/index.html", "q/2026-11/index.html",
      ])
  }

  @Test(arguments: [
    (
      "keys: [team]",
      """
      error: the front matter has no 'for-each'
          → Templates/page.md:3:7
            keys: [team]
                  ^
        fix: add 'for-each: …'
      """
    ),
    (
      "for-each: q as one\nkeys: team",
      """
      error: 'keys' must be a list of columns, not 'team'
          → Templates/page.md:4:7
            keys: team
                  ^
        fix: write a list of columns after 'keys:'
      """
    ),
    (
      "for-each: q as one\nkeys: [team, {a: b}]",
      """
      error: 'keys' must be a list of columns, not a mapping
          → Templates/page.md:4:14
            keys: [team, {a: b}]
                         ^
        fix: write a list of columns after 'keys:'
      """
    ),
    (
      "for-each: q as one\nkeys: [team, month, team]",
      """
      error: the key 'team' stands twice
          → Templates/page.md:4:7
            keys: [team, month, team]
                  ^
        fix: keep one of them
      """
    ),
    (
      "for-each: q as one\nkeys: [as_of]",
      """
      error: the name 'as_of' is taken
          → Templates/page.md:3:11
            for-each: q as one
                      ^
        fix: use a name that is no query, no date and not the page's row
      """
    ),
    (
      "for-each: q as this_month",
      """
      error: the name 'this_month' is taken
          → Templates/page.md:3:11
            for-each: q as this_month
                      ^
        fix: use a name that is no query, no date and not the page's row
      """
    ),
    (
      "for-each: q for one",
      """
      error: 'for-each' must be QUERY as NAME, not 'q for one'
          → Templates/page.md:3:11
            for-each: q for one
                      ^
        fix: write QUERY as NAME after 'for-each:'
      """
    ),
    (
      "for-each: q as one\nkeys: [team, year]",
      """
      error: 'q' has no column 'year', which pages are made from
          → Templates/page.md:6:1
            ```sql q
            ^
        fix: select it as 'year'
      """
    ),
  ])
  func `a mistake in the keys says what to write`(front: String, expected: String) throws {
    let site = SampleSite(
      ["page": "---\ntitle: A\n\(front)\n---\n```sql q\nselect 1\n```\n## A"],
      tables: [("select 1", table("team month", ["a", "b"]))])

    #expect(try site.mistakes() == [expected])
  }

  @Test func `pages cannot be made from a query with a toggle`() throws {
    let site = SampleSite([
      "page":
        "---\ntitle: A\nfor-each: q as one\n---\n```params\nrange: toggle a | b\n```\n```sql q\nselect :range as id\n```\n## A"
    ])

    #expect(
      try site.mistakes() == [
        """
        error: this text would depend on the toggle 'range'
            → Templates/page.md:3:11
              for-each: q as one
                        ^
          fix: use it in steps, paragraphs and lists; headings, notes and titles of pages are the same for every choice
        """
      ])
  }
}
