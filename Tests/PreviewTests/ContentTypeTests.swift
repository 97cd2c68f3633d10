import Testing

@testable import Preview

@Suite struct ContentTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"),
    ("theme-ddfad395.css", "text/css; charset=utf-8"),
    ("tokenbook-00000000.js", "text/javascript; charset=utf-8"),
    ("daily.svg", "image/svg+xml; charset=utf-8"),
    ("daily.csv", "text/csv; charset=utf-8"),
    ("build.json", "application/json; charset=utf-8"),
    ("robots.txt", "text/plain; charset=utf-8"),
    ("overview.png", "image/png"),
    ("DAILY.CSV", "text/csv; charset=utf-8"),
    ("page.html.exe", "application/octet-stream"),
    ("archive", "application/octet-stream"),
    ("end.", "application/octet-stream"),
  ])
  func `the end of a name says what a file is`(name: String, type: String) {
    #expect(contentType(ofFile: name) == type)
  }
}
