import Testing

@testable import Preview

@Suite struct PreviewedSiteTests {
  let folder: TemporaryFolder
  let site: PreviewedSite

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("<head></head><p>Overview", to: "site/index.html")
    try folder.write("<head></head><p>Teams", to: "site/teams/index.html")
    try folder.write("day,cost\n", to: "site/daily.csv")
    try folder.write("secret", to: "charges.sqlite")
    site = PreviewedSite(folder: folder.path + "/site", run: "7")
  }

  @Test(arguments: [
    ("/", "Overview"), ("/index.html", "Overview"), ("/teams/", "Teams"),
    ("/teams/index.html?measure=cost", "Teams"),
  ])
  func `a page is served with the script that loads it again`(target: String, text: String) {
    site.show(.built(pages: 2))

    #expect(
      answer(target)
        == Answer(
          200, "text/html; charset=utf-8",
          Array("<head>\(ReloadScript.element(state: "7.1"))\n</head><p>\(text)".utf8)))
  }

  @Test func `another file is served as it is`() {
    site.show(.built(pages: 2))

    #expect(
      answer("/daily.csv") == Answer(200, "text/csv; charset=utf-8", Array("day,cost\n".utf8)))
  }

  @Test func `a folder without its slash is found beside the request`() {
    site.show(.built(pages: 2))

    #expect(
      answer("/teams")
        == .text(302, "see ./teams/", headers: [.init(name: "Location", text: "./teams/")]))
  }

  @Test(arguments: [
    "/../charges.sqlite", "/%2e%2e/charges.sqlite", "/..%2fcharges.sqlite", "/none.csv",
    "/daily.csv/x",
    "//", "http://127.0.0.1/index.html", "/_preview", "/_preview/", "/_preview/state/",
    "/_preview/../index.html",
  ])
  func `whatever is no file of the site is not found`(target: String) {
    site.show(.built(pages: 2))

    #expect(answer(target) == .notFound)
  }

  @Test func `a page that is gone may come back`() {
    site.show(.built(pages: 2))

    let answer = answer("/months/")

    #expect(answer.status == 404)
    #expect(text(answer).contains(ReloadScript.element(state: "7.1")))
    #expect(text(answer).contains("There is no such page"))
  }

  @Test(arguments: ["/", "/teams/", "/teams/index.html", "/months/"])
  func `mistakes stand in the place of every page, as text`(target: String) {
    site.show(.built(pages: 2))
    site.show(
      .failed(
        BuildMistakes(
          count: 2,
          text: "error: unknown team '<script>&\"'\n    → rates.csv:2:1\n      ^\n  fix: x")))

    let answer = answer(target)

    #expect(answer.status == 500)
    #expect(text(answer).contains("<title>2 mistakes</title>"))
    #expect(
      text(answer).contains(
        """
        <pre tabindex="0">error: unknown team '&lt;script&gt;&amp;&quot;'
            → rates.csv:2:1
              ^
          fix: x</pre>
        """))
    #expect(text(answer).contains(ReloadScript.element(state: "7.2")))
  }

  @Test func `files that are no pages stay while there are mistakes`() {
    site.show(.built(pages: 2))
    site.show(.failed(BuildMistakes(count: 1, text: "error: x")))

    #expect(answer("/daily.csv").status == 200)
  }

  @Test func `before the first build has ended a page says so and is no page of the site`() {
    let answer = answer("/")

    #expect(answer.status == 503)
    #expect(text(answer).contains("The first build is running"))
    #expect(text(answer).contains(ReloadScript.element(state: "7.0")))
  }

  @Test func `the state changes with what is shown, not with every build`() {
    let mistakes = BuildMistakes(count: 1, text: "error: x")
    var states = [state()]
    for outcome: BuildOutcome in [
      .built(pages: 2), .built(pages: 2), .failed(mistakes), .failed(mistakes),
      .failed(BuildMistakes(count: 1, text: "error: y")), .built(pages: 2),
    ] {
      site.show(outcome)
      states.append(state())
    }

    #expect(states == ["7.0\n", "7.1\n", "7.2\n", "7.3\n", "7.3\n", "7.4\n", "7.5\n"])
  }

  @Test func `the preview's own files are there at all times`() {
    #expect(answer("/_preview/reload.js").contentType == "text/javascript; charset=utf-8")
    #expect(text(answer("/_preview/reload.js")) == ReloadScript.source)
    #expect(answer("/_preview/notice.css").contentType == "text/css; charset=utf-8")
    #expect(text(answer("/_preview/notice.css")) == NoticePage.stylesheet)
  }

  @Test(arguments: [
    ("GET", ["evil.example"], 403), ("POST", ["evil.example"], 403), ("GET", [], 403),
    ("GET", ["localhost", "localhost"], 403), ("GET", ["localhost"], 200),
    ("HEAD", ["[::1]:8642"], 200), ("POST", ["localhost"], 405), ("OPTIONS", ["localhost"], 405),
    ("CONNECT", ["localhost"], 405), ("get", ["localhost"], 405),
  ])
  func `only reading by the names of the loopback is answered`(
    method: String, hosts: [String], status: Int
  ) {
    site.show(.built(pages: 2))

    let request = PreviewRequest(method: method, target: "/", hosts: hosts)

    #expect(site.answer(to: request).status == status)
  }

  @Test func `an endless address is refused`() {
    site.show(.built(pages: 2))
    let longest = "/" + String(repeating: "a", count: RequestPath.longestTarget - 1)

    #expect(answer(longest).status == 404)
    #expect(answer(longest + "a").status == 414)
  }

  private func answer(_ target: String) -> Answer {
    site.answer(to: PreviewRequest(method: "GET", target: target, hosts: ["127.0.0.1:8642"]))
  }

  private func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

  private func state() -> String { text(answer("/_preview/state")) }
}
