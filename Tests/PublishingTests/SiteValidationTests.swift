import Testing

@testable import Publishing

@Suite struct SiteValidationTests {
  static let chart = """
    <figure class="chart chart-column" id="daily"><figcaption id="t">Cost</figcaption>\
    <svg role="img" aria-labelledby="t" aria-describedby="s"></svg>\
    <p id="s">It rose.</p><table></table><a href="daily.csv">Download CSV</a></figure>
    """

  @Test func `a sound site has a report`() throws {
    let folder = TemporaryFolder()
    let site = try StagedSite.begin(beside: folder.site)
    try site.write(
      "index.html",
      page("<a href='teams/hr.html#spend'>HR</a> <a href='#x' id='x'>x</a>" + Self.chart))
    try site.write("teams/hr.html", page("<h2 id='spend'>Spend</h2><a href='../index.html'>up</a>"))
    try site.write("daily.csv", "day\n")

    let report = try site.validate(forbidding: ["hr1", "anna@example.com"])

    #expect(report == SiteReport(files: 3, pages: 2, links: 4, charts: 1, namesTooShort: 1))
  }

  @Test(arguments: [
    (page("", heading: ""), ["a.html: no h1; give the page a title"]),
    (page("<h1>Two</h1>"), ["a.html: 2 h1 headings; keep one; use h2 below it"]),
    (
      "<h1>Overview</h1><nav><p>Pages</p></nav><footer><p>Complete.</p></footer><p> </p>",
      ["a.html: no paragraph with text; say in a sentence what the page shows"]
    ),
    ("<header><h1>Overview</h1><p class='big lead'>We spent 3 euros.</p></header>", []),
    (
      page("<i id='x'>1</i><i id='x'>2</i>"),
      ["a.html: the id 'x' occurs twice; rename one of the two"]
    ),
    (
      page("<section aria-labelledby='s1 s2'><h2 id='s1'>One</h2></section>"),
      ["a.html: aria-labelledby names the id 's2', which the page does not have; correct the id"]
    ),
    (
      page("<label for='q'></label><td headers='h'></td>"),
      [
        "a.html: for names the id 'q', which the page does not have; correct the id",
        "a.html: headers names the id 'h', which the page does not have; correct the id",
      ]
    ),
    (
      page("<a href='b.html'>b</a><img src=\"c&amp;d.png\"><a href='b.html'>b</a>"),
      [
        "a.html: the link 'b.html' leads to no file of the site; correct it or add the file",
        "a.html: the link 'c&d.png' leads to no file of the site; correct it or add the file",
      ]
    ),
    (
      page("<a href='#nowhere'>n</a>"),
      [
        "a.html: the link '#nowhere' leads to an id that its page does not have; correct the id"
      ]
    ),
    (
      page("<a href='../a.html'>up</a><a href='/a.html'>root</a>"),
      [
        "a.html: the link '../a.html' leaves the site; "
          + "link to a file of the site or to a full address",
        "a.html: the link '/a.html' starts at the root of the host; "
          + "make it relative to the page",
      ]
    ),
    (
      page("<a href='java&#115;cript:alert(1)'>x</a>"),
      ["a.html: the link 'javascript:alert(1)' runs a script; link to a file"]
    ),
    (
      page("<p style='color:red'>x</p><style>a{}</style>"),
      [
        "a.html: a style attribute on <p>; use a class; the pages forbid inline styles",
        "a.html: a <style> element; move it to the theme; the pages forbid inline styles",
      ]
    ),
    (
      page("<script>alert(1)</script><b onclick='x()'>x</b><script src='a.html'></script>"),
      [
        "a.html: an inline script; move it to a file; the pages forbid inline scripts",
        "a.html: a script in the attribute onclick; remove it; the pages forbid inline scripts",
      ]
    ),
    (page("&lt;script&gt;alert(1)&lt;/script&gt;<!-- <p style='x'> -->"), []),
  ])
  func `a page that breaks a rule is named with the remedy`(html: String, expected: [String]) throws
  {
    #expect(try problems(in: ["a.html": html]) == expected)
  }

  @Test func `a link into another page needs its id`() throws {
    let found = try problems(in: [
      "a.html": page("<a href='teams/b.html#spend'>b</a>"), "teams/b.html": page(),
    ])

    #expect(
      found == [
        "a.html: the link 'teams/b.html#spend' leads to an id that its page does not have; "
          + "correct the id"
      ])
  }

  @Test func `files that are no pages are not read as such`() throws {
    #expect(try problems(in: ["theme.css": "a{} <p style='x'>", "a.csv": "<h1>"]) == [])
  }

  @Test func `twenty problems are listed and the others counted`() throws {
    let folder = TemporaryFolder()
    let site = try StagedSite.begin(beside: folder.site)
    for number in 10..<35 { try site.write("\(number).html", page("<h1>Two</h1>")) }

    let error = #expect(throws: PublishingError.self) { try site.validate(forbidding: []) }

    let lines = error?.errorDescription?.split(separator: "\n") ?? []
    #expect(lines.count == 22)
    #expect(lines.first == "the new site has 25 problems")
    #expect(lines[1] == "  10.html: 2 h1 headings; keep one; use h2 below it")
    #expect(lines.last == "  and 5 more")
  }
}
