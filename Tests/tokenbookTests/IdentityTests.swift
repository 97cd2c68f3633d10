import Foundation
import Testing

/// The logo and the colour of a workbook's own.
@Suite struct IdentityTests {
  private static let logo =
    #"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>"#

  @Test(arguments: ["svg", "png"])
  func `the logo is on every page under a name made from its bytes`(kind: String) throws {
    let folder = try SampleWorkbook.built()
    try folder.write(Self.logo, to: "pictures/our logo.\(kind)")
    try folder.write(
      SampleWorkbook.settings + "logo: pictures/our logo.\(kind)\n", to: "tokenbook.yml")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let site = try folder.tree("site")
    let name = "assets/logo-\(try hash(of: "pictures/our logo.\(kind)", in: folder)).\(kind)"
    #expect(site.keys.filter { $0.hasPrefix("assets/logo-") } == [name])
    #expect(site[name] == Data(Self.logo.utf8))
    for (path, bytes) in site where path.hasSuffix(".html") {
      let tag = "<img class=\"logo\" alt=\"\" src=\"\(toRoot(from: path))\(name)\">Contoso</a>"
      #expect(bytes.range(of: Data(tag.utf8)) != nil, "\(path)")
    }
    #expect(toRoot(from: "months/2026-10/index.html") == "../../")
    #expect(site["months/2026-10/index.html"] != nil)
  }

  @Test func `another picture has another name`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write(Self.logo, to: "logo.svg")
    try folder.write(SampleWorkbook.settings + "logo: logo.svg\n", to: "tokenbook.yml")
    try folder.tokenbook(["build"])
    let first = try folder.tree("site/assets").keys.filter { $0.hasPrefix("logo-") }
    try folder.replace("\"8\"", with: "\"9\"", in: "logo.svg")

    try folder.tokenbook(["build"])

    let second = try folder.tree("site/assets").keys.filter { $0.hasPrefix("logo-") }
    #expect(second == ["logo-\(try hash(of: "logo.svg", in: folder)).svg"])
    #expect(first != second)
  }

  @Test func `without them the site has no logo and the theme's own colours`() throws {
    let folder = try SampleWorkbook.built()

    let site = try folder.tree("site")

    #expect(!site.keys.contains { $0.contains("logo") })
    #expect(try !folder.read("site/index.html").contains("<img"))
    #expect(try !styleSheet(of: folder).text.contains("own accent"))
  }

  @Test func `the accent stands at the end of the style sheet, also for dark screens`() throws {
    let folder = try SampleWorkbook.built()
    let theme = try styleSheet(of: folder)
    try folder.write(SampleWorkbook.settings + "accent: \"#8B0000\"\n", to: "tokenbook.yml")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let own = try styleSheet(of: folder)
    #expect(
      own.text == theme.text + """

        /* ---------- The workbook's own accent ---------- */

        @media (forced-colors: none) {
          :root {
            --accent: #8b0000;
          }
        }

        @media screen and (forced-colors: none) and (prefers-color-scheme: dark) {
          :root {
            --accent: #be7070;
          }
        }

        """)
    #expect(own.path != theme.path)
    for (path, bytes) in try folder.tree("site") where path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      #expect(references(in: html).contains(toRoot(from: path) + own.path), "\(path)")
      #expect(!html.contains(theme.path), "\(path)")
    }
  }

  /// An accent is checked against these; with other papers it would have to be against others.
  @Test func `the papers of the theme are those that an accent is read on`() throws {
    let text = try styleSheet(of: SampleWorkbook.built()).text

    let papers = text.matches(of: /--(?:paper|tint): (#[0-9a-f]{6});/).map { String($0.output.1) }

    #expect(papers == ["#ffffff", "#f1f5f0", "#131716", "#1a201e"])
  }

  @Test func `a theme of the workbook's own has the accent too`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write(":root { --accent: #000000; }\n", to: "Templates/theme.css")
    try folder.write(SampleWorkbook.settings + "accent: \"#14503F\"\n", to: "tokenbook.yml")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try styleSheet(of: folder).text
    #expect(text.hasPrefix(":root { --accent: #000000; }\n\n"))
    #expect(
      text.matches(of: /--accent: (#[0-9a-f]{6})/).map { String($0.output.1) }
        == ["#000000", "#14503f", "#688f84"])
  }

  @Test(arguments: [
    Mistake(
      "a logo that is not there", ["build"], status: 78,
      errors: """
        error: there is no logo 'logo.svg'
            → tokenbook.yml:16:7
              logo: logo.svg
                    ^
          fix: put the file beside tokenbook.yml, or remove 'logo'
        """
    ) { try $0.write(SampleWorkbook.settings + "logo: logo.svg\n", to: "tokenbook.yml") },
    Mistake(
      "an accent that is no colour", ["check"], status: 78,
      errors: """
        error: 'accent' must be a colour such as '#14503F', not 'green'
            → tokenbook.yml:16:9
              accent: green
                      ^
          fix: write 'accent: "#14503F"'
        """
    ) { try $0.write(SampleWorkbook.settings + "accent: green\n", to: "tokenbook.yml") },
  ])
  func `an identity that cannot be shown is refused and nothing changes`(mistake: Mistake) throws {
    try mistake.check()
  }
}

private func styleSheet(of folder: TemporaryFolder) throws -> (path: String, text: String) {
  let name = try #require(
    folder.tree("site/assets").keys.first { $0.hasPrefix("theme-") })
  return ("assets/\(name)", try folder.read("site/assets/\(name)"))
}

/// The first eight digits of the SHA-256, by another program.
private func hash(of path: String, in folder: TemporaryFolder) throws -> String {
  let outcome = try Executable.run(program: "/usr/bin/sha256sum", [path], in: folder.url)
  try #require(outcome.status == 0, "\(outcome.errors)")
  return String(outcome.output.prefix(8))
}
