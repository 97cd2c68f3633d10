import SeededCases
import Testing

/// Law 8 for a thousand names.
@Suite struct DataIsNeverMarkupTests {
  @Test func `a hostile name is just an ugly name`() throws {
    let site = try HostileSite()
    let harmless = try site.files(about: harmlessName)

    let violations = trials(1...1000) { seed in
      var generator = SplitMix64(seed: seed)
      let name = hostileName(&generator)
      return markupViolations(try site.files(about: name), about: name, like: harmless)
    }

    #expect(violations.prefix(12) == [])
  }

  @Test(arguments: [
    ("&lt;b&gt;", "<b>"), ("<figure class=", "<figure onclick=\"x\" class="),
    ("<th scope=\"row\">", "<th scope=\"row\">x"), ("href=\"../", "href=\"javascript:../"),
  ])
  func `a name that got out of its place is noticed`(written: String, falsified: String) throws {
    let site = try HostileSite()
    let harmless = try site.files(about: harmlessName)
    var files = try site.files(about: "<b>")
    let page = files["page/index.html"]!
    #expect(page.contains(written))
    files["page/index.html"] = page.replacing(written, with: falsified)

    let violations = markupViolations(files, about: "<b>", like: harmless)

    #expect(!violations.isEmpty)
  }

  @Test func `a formula in a spreadsheet is noticed`() throws {
    let site = try HostileSite()
    let harmless = try site.files(about: harmlessName)
    var files = try site.files(about: "=1+1")
    files["page/x.csv"] = files["page/x.csv"]!.replacing("'=", with: "=")

    let violations = markupViolations(files, about: "=1+1", like: harmless)

    #expect(violations == ["law 8, page/x.csv: a cell begins as '='"])
  }
}
