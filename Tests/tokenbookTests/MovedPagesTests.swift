import Foundation
import Testing

/// Pages that have another address.
@Suite struct MovedPagesTests {
  @Test func `the old address is a page that leads to the new one`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write(
      SampleWorkbook.settings + "moved: {teams/web-shop: teams/web}\n", to: "tokenbook.yml")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let theme = try #require(
      folder.tree("site/assets").keys.first { $0.hasPrefix("theme-") })
    #expect(
      try folder.read("site/teams/web-shop/index.html") == """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <meta http-equiv="refresh" content="0; url=../../teams/web/index.html">
        <title>This page has moved · Contoso</title>
        <link rel="stylesheet" href="../../assets/\(theme)">
        </head>
        <body>
        <div class="page">
        <main>
        <h1>This page has moved</h1>
        <p><a href="../../teams/web/index.html">It stands here now.</a></p>
        </main>
        </div>
        </body>
        </html>

        """)
  }

  @Test(arguments: [
    ("costs", "teams/web"), ("a/b/c/d", "teams"), ("teams/web/costs", "teams/web"),
    ("months/2026-09", "months/2026-10"), ("assets", "data"),
  ])
  func `the page leads there from any depth, without a server`(old: String, new: String) throws {
    let folder = try SampleWorkbook.built()
    try folder.write(
      SampleWorkbook.settings + "moved: {\(old): \(new)}\n", to: "tokenbook.yml")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try folder.read("site/\(old)/index.html")
    let target = try #require(page.firstMatch(of: /content="0; url=([^"]*)"/)?.output.1)
    #expect(references(in: page).contains(String(target)))
    for reference in references(in: page) {
      let file = folder.url.appending(path: "site/\(old)/\(reference)").standardizedFileURL
      #expect(FileManager.default.fileExists(atPath: file.path), "\(reference)")
    }
    let found = folder.url.appending(path: "site/\(old)/\(target)").standardizedFileURL.path
    #expect(found == folder.path + "/site/\(new)/index.html")
  }

  @Test func `nothing else of the site changes, and the page goes with its line`() throws {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree("site")
    try folder.write(SampleWorkbook.settings + "moved: {old: teams}\n", to: "tokenbook.yml")

    try folder.tokenbook(["build"])

    let changed = differences(before, try folder.tree("site"))
      .filter { !$0.hasPrefix("build.json,") }
    #expect(changed == ["old/index.html is only in the second"])

    try folder.write(SampleWorkbook.settings, to: "tokenbook.yml")
    try folder.tokenbook(["build"])

    #expect(differences(before, try folder.tree("site")) == [])
  }

  @Test func `several pages have moved to one`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write(
      SampleWorkbook.settings + "moved:\n  old: teams\n  older: teams\n", to: "tokenbook.yml")

    let check = try folder.tokenbook(["check"])
    let build = try folder.tokenbook(["build"])

    #expect(check.status == 0, "\(check.errors)")
    #expect(build.status == 0, "\(build.errors)")
    #expect(folder.holds("site/old/index.html"))
    #expect(folder.holds("site/older/index.html"))
  }

  @Test(arguments: [
    Mistake(
      "the old address is a page", ["build"], status: 78,
      errors: """
        error: 'teams' has not moved: it is a page
            → tokenbook.yml:16:9
              moved: {teams: teams/web}
                      ^
          fix: remove the line, or write the old address before the colon
        """
    ) {
      try $0.write(SampleWorkbook.settings + "moved: {teams: teams/web}\n", to: "tokenbook.yml")
    },
    Mistake(
      "the old address is written twice", ["check"], status: 78,
      errors: """
        error: the key 'teams/old' is written twice
            → tokenbook.yml:18:3
                teams/old: teams
                ^
          fix: keep this line or line 17, and remove the other
        """
    ) {
      try $0.write(
        SampleWorkbook.settings + "moved:\n  teams/old: teams/web\n  teams/old: teams\n",
        to: "tokenbook.yml")
    },
    Mistake(
      "an address that leads out of the site", ["build"], status: 78,
      errors: """
        error: '../secret' is not a page
            → tokenbook.yml:16:14
              moved: {old: ../secret}
                           ^
          fix: write its address from the front page on, such as 'teams/sales'
        """
    ) { try $0.write(SampleWorkbook.settings + "moved: {old: ../secret}\n", to: "tokenbook.yml") },
  ])
  func `a move that cannot be is refused and nothing changes`(mistake: Mistake) throws {
    try mistake.check()
  }

  @Test(arguments: [
    ("teams/old: teams/wb", "teams/wb", 17),
    // What has moved itself is no page.
    ("teams/older: teams/old\n  teams/old: teams", "teams/old", 17),
    ("teams/old: teams\n  months/old: months/2026-09", "months/2026-09", 18),
  ])
  func `a new address that is no page is named with its line`(
    lines: String, missing: String, line: Int
  ) throws {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree("site")
    try folder.write(SampleWorkbook.settings + "moved:\n  \(lines)\n", to: "tokenbook.yml")

    for command in ["check", "build"] {
      let outcome = try folder.tokenbook([command])

      #expect(outcome.status == 78)
      #expect(
        outcome.errors.hasPrefix(
          "error: no page '\(missing)'\n    → tokenbook.yml:\(line):"), "\(outcome.errors)")
      #expect(outcome.errors.contains("fix: did you mean '"), "\(outcome.errors)")
    }
    #expect(differences(before, try folder.tree("site")) == [])
  }
}
