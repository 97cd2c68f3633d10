import Foundation
import Testing

/// Pages that one column does not tell apart: each team in each month.
@Suite struct PageKeysTests {
  private static let page = """
    ---
    title: "{{one.name}} in {{one.month | month}}"
    for-each: team_months as one
    keys: [team, month]
    ---

    ```sql team_months
    select m.team, m.month, t.name, t.slug
    from monthly m join teams t on t.id = m.team group by m.team, m.month
    ```

    ```sql daily
    select day, spend(cost) as cost, sum(unpriced_tokens) as unpriced_tokens
    from charges where team = :team and month = :month group by day
    ```

    ```sql spent
    select spend(cost) as cost, sum(unpriced_tokens) as unpriced_tokens
    from monthly where team = :team and month = :month
    ```

    ## {{one.name}} spent **{{spent.cost | money}}** in {{one.month | month}}

    [Its team](teams/{{one.slug}}) and [its month](months/{{one.month}})

    ```grid daily
    columns:
      - day
      - cost: {format: amount, total: true}
    ```

    """

  private static let built: Result<TemporaryFolder, any Error> = Result {
    let folder = try SampleWorkbook.written()
    try folder.write(
      """
      time,subscription,user,prompt,completion
      2026-09-30 08:00:00,sub-web,ann,1000000,0
      2026-10-01 08:00:00,sub-web,ann,2000000,0
      2026-10-02 09:00:00,sub-web,ann,0,1000000
      2026-10-02 09:00:00,sub-lab,eve,4000000,0

      """, to: "usage.csv")
    try folder.write(
      SampleWorkbook.subscriptions + "sub-lab,R & D,Lab,2026-01-01,\n", to: "subscriptions.csv")
    try folder.write(page, to: "Templates/team_months.md")
    for command in ["import", "check", "build"] {
      let outcome = try folder.tokenbook([command])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    return folder
  }

  @Test func `each team and month with usage has a page with its files`() throws {
    let site = try Self.built.get().tree("site")
    let lab = try #require(
      Self.built.get().rows("select slug from teams where id = 'R & D'").first)

    #expect(
      site.keys.filter { $0.hasPrefix("team_months/") }.sorted()
        == [
          "team_months/\(lab)/2026-10/daily.csv", "team_months/\(lab)/2026-10/index.html",
          "team_months/web/2026-09/daily.csv", "team_months/web/2026-09/index.html",
          "team_months/web/2026-10/daily.csv", "team_months/web/2026-10/index.html",
        ].sorted())
  }

  @Test(arguments: [
    ("web", "2026-09", "web spent €2.50 in September 2026", "2026-09-30,2.500000000,0\r\n"),
    (
      "web", "2026-10", "web spent €15.00 in October 2026",
      "2026-10-01,5.000000000,0\r\n2026-10-02,10.000000000,0\r\n"
    ),
    ("R & D", "2026-10", "R & D spent €10.00 in October 2026", "2026-10-02,10.000000000,0\r\n"),
  ])
  func `the page and its file are about their team and month`(
    team: String, month: String, headline: String, csv: String
  ) throws {
    let folder = try Self.built.get()
    let slug = try #require(
      folder.rows("select slug from teams where id = :id", ["--param", "id=\(team)"]).first)
    let address = "team_months/\(slug)/\(month)"

    let page = try PublishedPage("\(address)/index.html", of: folder.tree("site"))

    let text = page.text.replacing("\u{A0}", with: " ").replacing("&amp;", with: "&")
    #expect(text.hasPrefix(headline), "\(text)")
    #expect(
      Array(references(in: page.main).prefix(2)) == [
        "../../../teams/\(slug)/index.html", "../../../months/\(month)/index.html",
      ])
    #expect(references(in: page.main).last == "daily.csv")
    #expect(
      try folder.read("site/\(address)/daily.csv") == "\u{FEFF}day,cost,unpriced_tokens\r\n" + csv)
  }

  @Test func `other pages link to them by both keys`() throws {
    let folder = try copy()
    let overview = """
      ---
      title: By month
      ---

      ```sql all_months
      select t.name, t.slug, m.month, spend(m.cost) as cost, sum(m.unpriced_tokens) as unpriced_tokens
      from monthly m join teams t on t.id = m.team group by m.team, m.month
      ```

      ## Every team and month

      The numbers of each.

      ```grid all_months
      columns:
        - name: {label: Team, link: "team_months/{{slug}}/{{month}}"}
        - cost: {format: amount, total: true}
      ```

      """
    try folder.write(overview, to: "Templates/by_month.md")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let links = references(
      in: try PublishedPage("by_month/index.html", of: folder.tree("site")).main
    )
    .filter { $0.hasPrefix("../team_months/") }
    #expect(links.count == 3)
    #expect(links.contains("../team_months/web/2026-09/index.html"))
  }

  /// Which pages there are is known only once the rows are.
  @Test func `a link to a month without a page is words alone`() throws {
    let folder = try copy()
    try folder.write(
      "---\ntitle: Old\n---\n\n## Months\n\n[August](team_months/web/2026-08) and "
        + "[September](team_months/web/2026-09)\n",
      to: "Templates/old.md")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try PublishedPage("old/index.html", of: folder.tree("site"))
    #expect(
      page.main.contains(
        "<p>August and <a href=\"../team_months/web/2026-09/index.html\">September</a></p>"),
      "\(page.main)")
  }

  private func copy() throws -> TemporaryFolder {
    let original = try Self.built.get()
    let copy = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: original.path) {
      try FileManager.default.copyItem(
        at: original.url.appending(path: name), to: copy.url.appending(path: name))
    }
    return copy
  }
}
