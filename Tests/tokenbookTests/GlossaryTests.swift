import Foundation
import Testing

/// Words that readers do not know are explained one link away.
@Suite struct GlossaryTests {
  @Test func `a built-in page that speaks of tokens leads to the glossary`() throws {
    let site = try fileTree(DemoWorkbook.url().appending(path: "site"))

    var lacking: Set<String> = []
    for path in site.keys where path.hasSuffix(".html") && path != "glossary/index.html" {
      let page = try PublishedPage(path, of: site)
      guard page.text.contains(/\b[Tt]okens?\b/) else { continue }
      let glossary = toRoot(from: path) + "glossary/index.html"
      if !references(in: page.html).contains(where: { $0.hasPrefix(glossary) }) {
        lacking.insert(kind(of: path))
      }
    }

    #expect(lacking.sorted() == [])
  }

  @Test func `links of the demo lead to what the glossary explains`() throws {
    let site = try fileTree(DemoWorkbook.url().appending(path: "site"))
    let glossary = try PublishedPage("glossary/index.html", of: site).main
    let words = Set(glossary.matches(of: /<h3 id="([^"]*)"/).map { String($0.output.1) })
    try #require(words.count >= 18, "\(words)")

    var linked: Set<String> = []
    for path in site.keys where path.hasSuffix(".html") {
      for reference in references(in: try PublishedPage(path, of: site).html) {
        guard let match = reference.firstMatch(of: /glossary\/index\.html#(.*)$/) else { continue }
        linked.insert(String(match.output.1))
      }
    }

    #expect(linked.subtracting(words) == [])
    #expect(linked.isSuperset(of: ["token", "forecast", "cached-input", "steps-of-a-change"]))
  }

  @Test(arguments: ["check", "build"])
  func `a link to a word that the glossary does not have is refused`(command: String) throws {
    let folder = try SampleWorkbook.built()
    try folder.write(
      "---\ntitle: Ours\n---\n\n## Ours\n\nSee [tokens](glossary#tokens).\n",
      to: "Templates/ours.md")

    let outcome = try folder.tokenbook([command])

    #expect(outcome.status == 78)
    #expect(
      outcome.errors.contains(
        "ours/index.html: the link '../glossary/index.html#tokens' leads to an id that its page "
          + "does not have"), "\(outcome.errors)")
  }
}

/// `teams/*/index.html` for the page of one team.
private func kind(of path: String) -> String {
  let parts = path.split(separator: "/")
  return parts.count < 3 ? path : "\(parts[0])/*/index.html"
}
