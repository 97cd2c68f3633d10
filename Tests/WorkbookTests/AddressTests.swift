import Testing

@testable import Workbook

@Suite struct AddressTests {
  @Test(arguments: [
    ("sales", "sales"),
    ("data-platform-2", "data-platform-2"),
    ("Sales", "sales-8de4e0"),
    ("", "-e3b0c4"),
    ("index", "index-1bc04b"),
    ("größe x", "gr----e-x-37eb26"),
    ("../..", "------0cfd1c"),
  ])
  func `a slug is the id, or tells that it is not`(id: String, expected: String) {
    #expect(slug(of: id) == expected)
  }

  @Test func `a slug has at most 64 characters and ids do not collide`() {
    let long = String(repeating: "a", count: 65)

    #expect(slug(of: long).count == 64)
    #expect(slug(of: long) != slug(of: long + "b"))
    #expect(slug(of: String(repeating: "a", count: 64)).count == 64)
  }

  @Test(arguments: [
    ("teams", "../../teams/index.html"),
    (".", "../../index.html"),
    ("teams/sales#s2", "../../teams/sales/index.html#s2"),
    ("rates.csv", "../../rates.csv"),
    ("#s1", "#s1"),
    ("https://example.org/a?b=c", "https://example.org/a?b=c"),
    ("mailto:a@b.example", "mailto:a@b.example"),
    ("teams/a b&c", "../../teams/a%20b%26c/index.html"),
    ("javascript:alert(1)", nil),
    (" JavaScript:alert(1)", nil),
    ("java\nscript:alert(1)", nil),
    ("data:text/html,x", nil),
    ("//example.org", nil),
    ("/etc/passwd", nil),
    ("..\\x", nil),
    ("a/../../b", nil),
  ])
  func `a link is relative to its page, or refused`(target: String, expected: String?) {
    let page = PagePath(folder: ["teams", "hr"])

    #expect(LinkAddress(target).reference(from: page) == expected)
  }

  @Test(arguments: [
    ("Templates/index.md", "index.html"), ("Templates/overview.md", "index.html"),
    ("Templates/how-we-count.md", "how-we-count/index.html"),
  ])
  func `a template without for-each writes one page`(name: String, path: String) {
    #expect(PagePath(templateName: name).file == path)
  }
}
