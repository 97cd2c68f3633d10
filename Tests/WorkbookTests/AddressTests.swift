import Testing

@testable import Workbook

@Suite struct AddressTests {
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
