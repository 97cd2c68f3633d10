import Foundation
import Testing

@Suite struct PreviewTests {
  static let page = """
    ---
    title: Costs
    lead: What it cost.
    ---

    ## It was <&> {{q.tokens | tokens}}

    ```sql q
    select sum(tokens) as tokens from charges
    ```

    """

  @Test func `a mistake is shown in the page until it is mended`() throws {
    let folder = try SampleWorkbook.built()
    let published = try folder.tree("site")
    let preview = try RunningPreview(of: folder)
    try preview.awaits(200, at: "/")
    let state = try preview.get("/_preview/state")
    try #require(try preview.status("/costs/") == 404)

    try folder.write(Self.page, to: "Templates/costs.md")
    try preview.awaits(200, at: "/costs/")

    #expect(try preview.get("/costs/").contains("It was &lt;&amp;&gt;"))
    #expect(try preview.get("/costs/").contains(#"<script src="/_preview/reload.js""#))
    // The pages are there a moment before their state is.
    try soon("another state") { try preview.get("/_preview/state") == state ? nil : () }

    try folder.write(Self.page.replacing("| tokens", with: "| tokns"), to: "Templates/costs.md")
    let mistakes = try preview.awaits(500, at: "/costs/")

    let checked = try folder.tokenbook(["check"])
    try #require(checked.status == 78)
    try #require(checked.errors.contains("\n    → Templates/costs.md:6:"))
    let escaped = checked.errors.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    #expect(mistakes.contains(">\(escaped.dropLast())</pre>"))
    #expect(try preview.status("/") == 500)

    // As editors save: beside the file, then over it.
    try folder.write(Self.page, to: "Templates/costs.md.new")
    try #require(
      rename(folder.path + "/Templates/costs.md.new", folder.path + "/Templates/costs.md") == 0)
    try preview.awaits(200, at: "/costs/")

    #expect(try preview.lines.filter { $0 == "1 mistake" }.count == 1)
    #expect(try preview.errors == "")
    #expect(differences(published, try folder.tree("site")) == [])
    #expect(try preview.scratchFolders.count == 1)
    #expect(try preview.interrupt() == 0)
    #expect(try preview.scratchFolders == [])
  }

  @Test func `mistakes of the folder are no reason not to start`() throws {
    let folder = try SampleWorkbook.built()
    try folder.replace("2.50", with: "2;50", in: "rates.csv")
    let preview = try RunningPreview(of: folder)
    try preview.awaits(500, at: "/")

    try folder.replace("2;50", with: "2.60", in: "rates.csv")
    try preview.awaits(200, at: "/")
    let rebuilt = try soon("the line after the build") {
      try preview.lines.last { $0.contains(/^rebuilt \d+ pages$/) }
    }

    #expect(
      try preview.lines == [
        "http://127.0.0.1:\(preview.port)/ shows the site; Ctrl-C ends", "1 mistake", rebuilt,
      ])
  }

  @Test func `an import is shown`() throws {
    let folder = try SampleWorkbook.built()
    let preview = try RunningPreview(of: folder)
    try preview.awaits(200, at: "/")
    try #require(try preview.status("/months/2026-11/") == 404)

    try folder.write(
      SampleWorkbook.usage + "2026-11-01 08:00:00,sub-web,ann,10,20\n", to: "usage.csv")
    let imported = try folder.tokenbook(["import"])

    #expect(imported.status == 0, "\(imported.errors)")
    try preview.awaits(200, at: "/months/2026-11/")
  }

  @Test func `the lock and the cache are left to other runs`() throws {
    let folder = try SampleWorkbook.built()
    let state = try folder.tree(".tokenbook")
    let preview = try RunningPreview(of: folder)
    try preview.awaits(200, at: "/")

    // Another price is another cache.
    try folder.replace("2.50", with: "2.60", in: "rates.csv")
    try soon("the second build") { try preview.lines.count == 3 ? () : nil }

    #expect(differences(state, try folder.tree(".tokenbook")) == [])
    let beside = try Executable.run(
      program: "/usr/bin/flock",
      ["--nonblock", folder.path + "/.tokenbook/lock", "/usr/bin/true"])
    #expect(beside.status == 0)
  }

  @Test func `nothing beside the site is served`() throws {
    let folder = try SampleWorkbook.built()
    let preview = try RunningPreview(of: folder)
    try preview.awaits(200, at: "/")

    for target in [
      "/../charges.sqlite", "/%2e%2e/charges.sqlite", "/..%2fcharges.sqlite",
      "/..%5ccharges.sqlite", "//etc/passwd", "/%2fetc%2fpasswd", "/%252e%252e/charges.sqlite",
      "/\(try preview.scratchFolders[0])/charges.sqlite",
    ] {
      #expect(try preview.status(target) == 404, "\(target)")
    }
  }

  @Test func `a preview ends while it builds`() throws {
    let preview = try RunningPreview(of: try SampleWorkbook.built())

    #expect(try preview.interrupt() == 0)
    #expect(try preview.scratchFolders == [])
    #expect(try preview.errors == "")
  }

  @Test func `a port that is taken is named`() throws {
    let folder = try SampleWorkbook.built()
    let preview = try RunningPreview(of: folder)
    let port = Int(preview.port)

    let outcome = try folder.tokenbook(["preview", "--port", "\(port)"])

    #expect(outcome.status == 64)
    #expect(
      outcome.errors == """
        error: another program listens at port \(port) already
          fix: name another port: --port \(port + 1), or any free one: --port 0

        """)
  }

  @Test func `a folder that is no workbook is refused at once`() throws {
    let folder = try TemporaryFolder()

    let outcome = try folder.tokenbook(["preview", "--port", "0"])

    #expect(outcome.status == 78)
    #expect(outcome.errors.hasPrefix("error: no tokenbook.yml in 'DIR'\n"))
    #expect(outcome.output == "")
  }
}
