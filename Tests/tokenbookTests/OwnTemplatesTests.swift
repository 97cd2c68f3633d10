import Foundation
import Testing

/// Pages that a company changes or adds.
@Suite struct OwnTemplatesTests {
  @Test func `the built-in pages are written to be changed`() throws {
    let folder = try SampleWorkbook.built()
    let before = try folder.tree("site")

    let outcome = try folder.tokenbook(["init", "--templates"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.tree("Templates").count == 22)
    try folder.tokenbook(["build"])
    // As they were written they are the built-in ones.
    #expect(
      differences(before, try folder.tree("site")).filter { !$0.hasPrefix("build.json") } == [])

    try folder.replace("title: Models", with: "title: Machines", in: "Templates/models.md")
    try folder.tokenbook(["build"])

    #expect(try folder.read("site/models/index.html").contains("Machines"))
  }

  @Test func `pages that are there already are not written over`() throws {
    let folder = try SampleWorkbook.built()
    try folder.write("mine", to: "Templates/index.md")

    let outcome = try folder.tokenbook(["init", "--templates"])

    #expect(outcome.status == 73)
    #expect(
      outcome.errors == """
        error: 'Templates/index.md' is there already
          fix: move it away, or choose another folder with --workbook

        """)
    #expect(try folder.tree("Templates") == ["index.md": Data("mine".utf8)])
  }

  @Test func `the page of the documentation renders with its table`() throws {
    let document = try Repository.text("docs/templates.md")
    let page = document.components(separatedBy: "~~~~markdown\n")[1]
      .components(separatedBy: "~~~~\n")[0]
    #expect(page.split(separator: "\n").count <= 25)
    let folder = try SampleWorkbook.built()
    try folder.write(page, to: "Templates/requests.md")

    let outcome = try folder.tokenbook(["build"])

    #expect(outcome.status == 0, "\(outcome.errors)")
    let html = try folder.read("site/requests/index.html")
    #expect(html.contains("What a request costs so far in October\u{A0}2026"))
    #expect(html.contains("<table"))
    // 16,000,000 nano by two requests.
    #expect(html.contains("€0.008"))
    #expect(try folder.read("site/index.html").contains(">Requests</a>"))
  }
}
