import Testing

@testable import Publishing

@Suite struct SiteLinkTests {
  @Test(arguments: [
    ("index.html", SiteLink.file(path: "teams/hr/index.html", fragment: nil)),
    ("../../index.html", .file(path: "index.html", fragment: nil)),
    ("./daily.csv", .file(path: "teams/hr/daily.csv", fragment: nil)),
    ("../it/index.html#spend", .file(path: "teams/it/index.html", fragment: "spend")),
    ("#spend", .file(path: "teams/hr/index.html", fragment: "spend")),
    ("#", .file(path: "teams/hr/index.html", fragment: nil)),
    ("a%20b.html#x%C3%A9", .file(path: "teams/hr/a b.html", fragment: "xé")),
    ("a%zz.html", .file(path: "teams/hr/a%zz.html", fragment: nil)),
    ("index.html?day=1#a", .file(path: "teams/hr/index.html", fragment: "a")),
    ("../../../index.html", .above),
    ("/index.html", .rooted),
    ("//example.com/", .outside),
    ("https://example.com/a#b", .outside),
    ("mailto:a@example.com", .outside),
    ("data:image/png;base64,AA", .outside),
    ("javascript:alert(1)", .script),
    (" Java\tScript:alert(1)", .script),
    ("12:30.html", .file(path: "teams/hr/12:30.html", fragment: nil)),
  ])
  func `a link is resolved against its page`(link: String, expected: SiteLink) {
    #expect(SiteLink(link, on: "teams/hr/index.html") == expected)
  }
}
