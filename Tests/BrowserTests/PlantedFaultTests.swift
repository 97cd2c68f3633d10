import Foundation
import Testing

/// Every check of a page can fail: each is shown a page with a fault.
@Suite struct PlantedFaultTests {
  static let faultyPage = """
    <!doctype html>
    <html lang="en">
    <head><title>Planted</title><link rel="icon" href="data:,"></head>
    <body>
    <p style="color: Canvas">hidden</p>
    <img src="data:,">
    <svg viewBox="0 0 9 9"><rect class="planted" fill="Canvas" width="9" height="9"/></svg>
    <script>console.error("planted")</script>
    </body>
    </html>
    """

  @Test func `a console message and a refused script are seen`() throws {
    let findings = try PythonProgram(name: "console_messages").findings(in: faultySite())

    #expect(findings.contains("file index.html: planted"))
    #expect(
      findings.contains { $0.hasPrefix("http index.html: Executing inline script violates") })
  }

  @Test func `an image without a text is found by axe in every view`() throws {
    let findings = try PythonProgram(name: "accessibility").findings(in: faultySite())

    for view in ["light", "dark", "phone"] {
      #expect(findings.contains("index.html \(view): image-alt: img"))
    }
  }

  @Test func `an image without a text is found by the validator`() throws {
    let findings = try PythonProgram(name: "validity").findings(in: faultySite())

    #expect(findings.count == 1)
    #expect(findings.first?.contains("An “img” element must have an “alt” attribute") == true)
  }

  @Test func `what has the colour of the ground is found`() throws {
    let findings = try PythonProgram(name: "forced_colours").findings(in: faultySite())

    #expect(
      findings == [
        "index.html light: p hidden", "index.html light: rect planted",
        "index.html dark: p hidden", "index.html dark: rect planted",
      ])
  }

  @Test func `lost page numbers, heads and tabs are found`() throws {
    let site = try DemoSite.copy()
    let theme = try DemoSite.asset("theme-", of: site)
    let style = try String(contentsOf: theme, encoding: .utf8)
    let damaged = style.replacing("counter(pages)", with: "")
      .replacing("display: table-header-group;", with: "display: table-row-group;")
      .replacing("display: block !important;", with: "")
    try #require(damaged.count < style.count - 30)
    try Data(damaged.utf8).write(to: theme)

    let findings = try PythonProgram(name: "paper").findings(in: site)

    #expect(findings.contains { $0.hasPrefix("index.html: sheet 1 has no '1 / ") })
    #expect(findings.contains { $0.hasSuffix("is not on every sheet") })
    #expect(findings.contains { $0.contains(": the figure '") && $0.hasSuffix("is missing") })
  }

  @Test func `a page that is too large is found`() throws {
    let page = String(repeating: " ", count: 900_000)

    let findings = try PythonProgram(name: "weights").findings(in: site(of: page))

    #expect(findings == ["index.html: 900,000 bytes"])
  }

  @Test func `a page that compresses badly is found`() throws {
    let noise = (1...40_000).map { String($0 * 2_654_435_761 % 4_294_967_296, radix: 36) }.joined()

    let findings = try PythonProgram(name: "weights").findings(in: site(of: noise))

    #expect(findings.count == 1)
    #expect(findings.first?.hasSuffix(" bytes compressed") == true)
  }

  private func faultySite() throws -> URL {
    try site(of: Self.faultyPage)
  }

  private func site(of page: String) throws -> URL {
    let folder = try scratchFolder()
    try Data(page.utf8).write(to: folder.appending(path: "index.html"))
    return folder
  }
}
