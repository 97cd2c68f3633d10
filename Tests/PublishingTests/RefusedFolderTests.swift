import Foundation
import Testing

@testable import Publishing

@Suite struct RefusedFolderTests {
  let folder = TemporaryFolder()

  @Test func `a symbolic link is refused and stays`() throws {
    try folder.write("release/build.json", "{}")
    symlink(folder.path + "/release", folder.site)

    #expect(throws: PublishingError.symbolicLink(folder.site)) {
      try StagedSite.begin(beside: folder.site)
    }
    #expect(folder.text("release/build.json") == "{}")
    #expect(folder.identity(".site.staging") == nil)
  }

  @Test func `a dangling link is refused`() {
    symlink("nowhere", folder.site)

    #expect(throws: PublishingError.symbolicLink(folder.site)) {
      try StagedSite.begin(beside: folder.site)
    }
  }

  @Test func `a file is refused`() throws {
    try folder.write("site", "a file")

    #expect(throws: PublishingError.notAFolder(folder.site)) {
      try StagedSite.begin(beside: folder.site)
    }
  }

  @Test func `a folder with other files is refused`() throws {
    try folder.write("site/holiday.jpg", "a picture")

    #expect(throws: PublishingError.foreignFolder(folder.site)) {
      try StagedSite.begin(beside: folder.site)
    }
    #expect(folder.text("site/holiday.jpg") == "a picture")
  }

  @Test func `a previous folder with other files is refused`() throws {
    try folder.write("site.previous/holiday.jpg", "a picture")

    #expect(throws: PublishingError.foreignFolder(folder.site + ".previous")) {
      try StagedSite.begin(beside: folder.site)
    }
  }

  @Test func `a mount point is refused`() {
    #expect(throws: PublishingError.mountPoint("/proc")) {
      try StagedSite.begin(beside: "/proc")
    }
  }

  @Test func `a missing parent is refused`() {
    let site = folder.path + "/out/site"

    #expect(throws: PublishingError.noParentFolder(folder.path + "/out")) {
      try StagedSite.begin(beside: site)
    }
  }

  @Test(arguments: ["", "/", ".", "..", "out/.."])
  func `a path without a folder name is refused`(path: String) {
    #expect(throws: PublishingError.noFolderName(path)) {
      try StagedSite.begin(beside: path)
    }
  }

  @Test func `a folder that turned foreign while pages were rendered is not replaced`() throws {
    let site = try StagedSite.begin(beside: folder.site)
    try site.write("build.json", "{}")
    try folder.write("site/holiday.jpg", "a picture")

    #expect(throws: PublishingError.foreignFolder(folder.site)) { try site.publish() }
    #expect(folder.text("site/holiday.jpg") == "a picture")
  }

  @Test func `a site without its mark is not published`() throws {
    let site = try StagedSite.begin(beside: folder.site)
    try site.write("index.html", "one")

    #expect(throws: PublishingError.missingFile("build.json")) { try site.publish() }
    #expect(folder.identity("site") == nil)
  }
}
