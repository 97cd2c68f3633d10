import Preview
import Testing

@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", [], true),
    ("/index.html", ["index.html"], false),
    ("/teams/", ["teams"], true),
    ("/teams/customer-service/index.html", ["teams", "customer-service", "index.html"], false),
    ("/teams/?measure=tokens#top", ["teams"], true),
    ("/a?b=/../c", ["a"], false),
    ("/caf%C3%A9/%20x", ["café", " x"], false),
    ("/...", ["..."], false),
    ("/..a/b..", ["..a", "b.."], false),
    ("/.hidden", [".hidden"], false),
  ])
  func `a path is plain names`(target: String, names: [String], isFolder: Bool) throws {
    let path = try #require(RequestPath(target: target))

    #expect(path.names == names)
    #expect(path.isFolder == isFolder)
  }

  @Test(arguments: [
    // Up and out, plain and encoded, once and twice.
    "/..", "/../", "/../x", "/a/../b", "/a/..", "/.", "/./x", "/a/./b", "/%2e%2e/x", "/%2E%2e",
    "/.%2e/x", "/%2e./x", "/%2e/x", "/..%2fx", "/..%2Fx", "/a%2fb", "/..%5cx", "/..\\x", "/a\\b",
    "/%5c..", "/%252e%252e/x", "/%25", "/a%2525",
    // Names that are none.
    "//", "//x", "/a//b", "//evil.example/x", "/a//", "/%00", "/a%00.html", "/%0a", "/%7f",
    "/a\u{1}",
    // No path at all.
    "", "x", "*", "?", "http://127.0.0.1/", "HTTP://evil.example/x", "127.0.0.1:80", "\\x",
    // Not encoded as it should be.
    "/%", "/%2", "/%zz", "/%2x", "/%ff", "/%c0%ae%c0%ae/x", "/%ed%a0%80", "/%+2e",
  ])
  func `what could lead out of the site is no path`(target: String) {
    #expect(RequestPath(target: target) == nil)
  }

  @Test(arguments: [
    ("/teams", "./teams/"),
    ("/teams/a", "./a/"),
    ("/caf%c3%a9 b", "./caf%C3%A9%20b/"),
    ("/javascript:x", "./javascript%3Ax/"),
    ("/a%0d", nil),
  ])
  func `a folder without its slash is beside the request`(target: String, location: String?) {
    #expect(RequestPath(target: target)?.folderLocation == location)
  }

  @Test(arguments: [
    ("/", true), ("/teams/", true), ("/index.html", true), ("/teams", false),
    ("/daily.csv", false), ("/html", false),
  ])
  func `a page is a folder or an HTML file`(target: String, isPage: Bool) throws {
    #expect(try #require(RequestPath(target: target)).isPage == isPage)
  }
}
