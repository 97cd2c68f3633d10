import Testing

@testable import Publishing

@Suite struct SitePathTests {
  let folder = TemporaryFolder()

  @Test(arguments: [
    "", "/etc/passwd", "../index.html", "teams/../../index.html", "teams//index.html", "teams/",
    "./index.html", "teams\\index.html", "a\u{0}b", "a\nb",
    String(repeating: "a", count: 256),
  ])
  func `a path that could leave the site is refused`(path: String) throws {
    let site = try StagedSite.begin(beside: folder.site)

    #expect(throws: PublishingError.unusablePath(path)) { try site.write(path, "one") }
    #expect(try folder.listing() == [".site.staging/"])
  }

  @Test func `a path is written once`() throws {
    let site = try StagedSite.begin(beside: folder.site)
    try site.write("teams/hr.html", "one")

    #expect(throws: PublishingError.duplicatePath("teams/hr.html", other: "teams/hr.html")) {
      try site.write("teams/hr.html", "two")
    }
    #expect(folder.text(".site.staging/teams/hr.html") == "one")
  }

  @Test func `paths that differ only in case are one file on some systems`() throws {
    let site = try StagedSite.begin(beside: folder.site)
    try site.write("teams/hr.html", "one")

    #expect(throws: PublishingError.duplicatePath("Teams/HR.html", other: "teams/hr.html")) {
      try site.write("Teams/HR.html", "two")
    }
  }

  @Test func `a file cannot also be a folder`() throws {
    let site = try StagedSite.begin(beside: folder.site)
    try site.write("teams", "one")
    let path = folder.path + "/.site.staging/teams"

    #expect(throws: PublishingError.cannotWrite(path, reason: "File exists")) {
      try site.write("teams/hr.html", "two")
    }
  }

  @Test func `folders of a path come outermost first`() throws {
    #expect(try SitePath("teams/hr/index.html").folders == ["teams", "teams/hr"])
  }
}
