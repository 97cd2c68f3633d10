import Foundation
import Testing

/// Teams and features that are no longer used; the newest day is 2 October 2026.
@Suite struct EndedPagesTests {
  private static let built: Result<TemporaryFolder, any Error> = Result {
    try workbook(
      usage: """
        2025-09-30 08:00:00,sub-old,old-chat,1000,200
        2025-10-01 08:00:00,sub-late,late-chat,1000,200
        2026-10-02 09:00:00,sub-web,chat,3000,400

        """)
  }

  @Test(arguments: ["teams/old", "features/old-chat"])
  func `without usage for 13 months the page says so and leads to the last month`(
    folder: String
  ) throws {
    let site = try Self.built.get().tree("site")

    let page = try PublishedPage("\(folder)/index.html", of: site)

    #expect(
      page.main == """
        <main id="content">
        <section class="section" aria-labelledby="s1">
        <div class="row">
        <div class="blocks">
        <h2 id="s1" class="headline lead-headline">No usage since <strong>September\u{A0}2025</strong></h2>
        <p>The page stays, so that links to it go on working. Its last amounts are on the page of \
        <a href="../../months/2025-09/index.html">September\u{A0}2025</a>.</p>
        </div>
        </div>
        </section>

        </main>
        """)
    #expect(!page.html.contains("<figure"))
    #expect(site.keys.filter { $0.hasPrefix(folder + "/") } == ["\(folder)/index.html"])
  }

  @Test func `the last month holds what the ended team spent`() throws {
    let month = try PublishedPage(
      "months/2025-09/index.html", of: Self.built.get().tree("site"))

    // 1000 tokens at 2.50 and 200 at 10.00 a million.
    #expect(month.main.contains(#"data-value="4500000""#))
    #expect(references(in: month.main).contains("../../teams/old/index.html"))
  }

  @Test(arguments: ["teams/late", "features/late-chat"])
  func `with usage 12 months ago the page goes on`(folder: String) throws {
    let site = try Self.built.get().tree("site")

    let page = try PublishedPage("\(folder)/index.html", of: site)

    #expect(!page.text.contains("No usage since"))
    #expect(page.main.contains("<figure"))
    #expect(site.keys.contains { $0.hasPrefix(folder + "/") && $0.hasSuffix(".csv") })
  }

  @Test func `with new usage the page begins again`() throws {
    let folder = try workbook(
      usage: """
        2025-09-30 08:00:00,sub-old,old-chat,1000,200
        2026-10-02 09:00:00,sub-old,old-chat,3000,400

        """)

    let site = try folder.tree("site")

    for path in ["teams/old/index.html", "features/old-chat/index.html"] {
      let page = try PublishedPage(path, of: site)
      #expect(!page.text.contains("No usage since"), "\(path)")
      #expect(page.main.contains("<figure"), "\(path)")
    }
  }

  /// A team that the files name and nobody has metered yet has not ended.
  @Test func `a team before its first usage has not ended`() throws {
    let folder = try workbook(
      usage: "2026-10-02 09:00:00,sub-web,chat,3000,400\n",
      teams: "team,name,cost_centre,owner,email,valid_from,valid_to\n"
        + ["web", "old", "late", "new"].map { "\($0),\($0),,,,,\n" }.joined())

    for (path, bytes) in try folder.tree("site") where path.hasSuffix(".html") {
      #expect(bytes.range(of: Data("No usage since".utf8)) == nil, "\(path)")
    }
  }
}

private func workbook(usage: String, teams: String? = nil) throws -> TemporaryFolder {
  let folder = try SampleWorkbook.written()
  try folder.replace("user: user", with: "feature: feature", in: "tokenbook.yml")
  try folder.replace("feature: chat, ", with: "", in: "tokenbook.yml")
  try folder.replace("2026-01-01", with: "2025-01-01", in: "rates.csv")
  try folder.write("time,subscription,feature,prompt,completion\n" + usage, to: "usage.csv")
  try folder.write(
    "subscription,team,name,valid_from,valid_to\n"
      + ["web", "old", "late"].map { "sub-\($0),\($0),,2025-01-01,\n" }.joined(),
    to: "subscriptions.csv")
  if let teams { try folder.write(teams, to: "teams.csv") }
  for command in ["import", "build"] {
    let outcome = try folder.tokenbook([command])
    try #require(outcome.status == 0, "\(outcome.errors)")
  }
  return folder
}
