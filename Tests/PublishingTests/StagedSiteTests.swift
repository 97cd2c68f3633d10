import Foundation
import Testing

@testable import Publishing

@Suite struct StagedSiteTests {
  let folder = TemporaryFolder()

  @Test func `the first publication puts the folder in place`() throws {
    let report = try publish(["index.html": "one", "teams/hr/index.html": "three"], to: folder)

    #expect(report == PublishReport(written: 3, unchanged: 0, removed: 0, bytes: 10))
    #expect(
      try folder.listing() == [
        "site/", "site/build.json", "site/index.html", "site/teams/", "site/teams/hr/",
        "site/teams/hr/index.html",
      ])
    #expect(folder.text("site/teams/hr/index.html") == "three")
  }

  @Test func `an empty folder is taken`() throws {
    try FileManager.default.createDirectory(atPath: folder.site, withIntermediateDirectories: true)

    try publish(["index.html": "one"], to: folder)

    #expect(folder.text("site/index.html") == "one")
  }

  @Test func `unchanged files stay the same file, changed ones are new`() throws {
    try publish(["index.html": "one", "a/same.html": "same", "gone.html": "gone"], to: folder)
    let same = folder.identity("site/a/same.html")
    let index = folder.identity("site/index.html")

    let report = try publish(
      ["index.html": "two", "a/same.html": "same", "new.html": "new"], to: folder)

    #expect(report == PublishReport(written: 2, unchanged: 2, removed: 1, bytes: 12))
    #expect(folder.identity("site/a/same.html") == same)
    #expect(folder.identity("site/index.html") != index)
    #expect(
      try folder.listing() == [
        "site.previous/", "site.previous/a/", "site.previous/a/same.html",
        "site.previous/build.json", "site.previous/gone.html", "site.previous/index.html",
        "site/", "site/a/", "site/a/same.html", "site/build.json", "site/index.html",
        "site/new.html",
      ])
    #expect(folder.text("site.previous/index.html") == "one")
    #expect(folder.text("site/index.html") == "two")
  }

  @Test func `the previous site is the one before, not an older one`() throws {
    try publish(["index.html": "one", "old.html": "old"], to: folder)
    try publish(["index.html": "two"], to: folder)

    try publish(["index.html": "three"], to: folder)

    #expect(folder.text("site/index.html") == "three")
    #expect(folder.text("site.previous/index.html") == "two")
    #expect(folder.identity("site.previous/old.html") == nil)
    #expect(folder.identity(".site.staging") == nil)
  }

  @Test func `a file that someone edited in the live site is written again`() throws {
    try publish(["index.html": "one"], to: folder)
    try folder.write("site/index.html", "two")

    let report = try publish(["index.html": "one"], to: folder)

    #expect(report == PublishReport(written: 1, unchanged: 1, removed: 0, bytes: 5))
    #expect(folder.text("site/index.html") == "one")
  }

  @Test func `everybody may read the site, whatever the umask`() throws {
    let site = try StagedSite.begin(beside: folder.site)
    try site.write("teams/hr.html", "one")
    try site.write("build.json", "{}")
    _ = try site.publish()

    #expect(folder.permissions("site") == 0o755)
    #expect(folder.permissions("site/teams") == 0o755)
    #expect(folder.permissions("site/teams/hr.html") == 0o644)
  }

  @Test func `a file with other permissions is not taken over from the live site`() throws {
    try publish(["index.html": "one"], to: folder)
    chmod(folder.site + "/index.html", 0o600)

    try publish(["index.html": "one"], to: folder)

    #expect(folder.permissions("site/index.html") == 0o644)
  }

  @Test func `leftovers of a killed run are removed`() throws {
    try folder.write("elsewhere/keep.txt", "keep")
    let killed = try StagedSite.begin(beside: folder.site)
    try killed.write("half/written.html", "half")
    symlink(folder.path + "/elsewhere", folder.path + "/.site.staging/link")

    try publish(["index.html": "one"], to: folder)

    #expect(
      try folder.listing() == [
        "elsewhere/", "elsewhere/keep.txt", "site/", "site/build.json", "site/index.html",
      ])
  }

  @Test func `a discarded site leaves no trace`() throws {
    let site = try StagedSite.begin(beside: folder.site)
    try site.write("index.html", "one")

    try site.discard()

    #expect(try folder.listing() == [])
  }

  @Test func `the live site stands until it is swapped`() throws {
    try publish(["index.html": "one"], to: folder)

    let site = try StagedSite.begin(beside: folder.site)
    try site.write("index.html", "two")

    #expect(folder.text("site/index.html") == "one")
  }

  @Test func `pages are written from several threads`() throws {
    let site = try StagedSite.begin(beside: folder.site)

    DispatchQueue.concurrentPerform(iterations: 200) { number in
      try? site.write("teams/\(number % 7)/\(number).html", "page \(number)")
    }
    try site.write("build.json", "{}")

    #expect(try site.publish().written == 201)
    #expect(folder.text("site/teams/3/199.html") == "page 199")
  }

  @Test func `a relative site is found from the folder one stands in`() throws {
    #expect(try SiteFolder("site/").live == "./site")
    #expect(try SiteFolder("out/site").staging == "out/.site.staging")
    #expect(try SiteFolder("/srv/site").previous == "/srv/site.previous")
    #expect(try SiteFolder("/site").live == "/site")
  }
}
