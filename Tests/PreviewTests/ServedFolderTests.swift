import Foundation
import Testing

@testable import Preview

@Suite struct ServedFolderTests {
  @Test func `files and folders are found by their names`() throws {
    let folder = try TemporaryFolder()
    try folder.write("page", to: "site/teams/index.html")
    let site = ServedFolder(path: folder.path + "/site")

    #expect(site.entry(["teams", "index.html"]) == .file(Array("page".utf8)))
    #expect(site.entry(["teams"]) == .folder)
    #expect(site.entry([]) == .folder)
    #expect(site.entry(["models"]) == nil)
    #expect(site.entry(["teams", "index.html", "index.html"]) == nil)
  }

  @Test func `a long file is read whole`() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "0123456789", count: 20_000)
    try folder.write(text, to: "long.csv")

    #expect(ServedFolder(path: folder.path).entry(["long.csv"]) == .file(Array(text.utf8)))
  }

  @Test(arguments: [
    ("a link to a file outside", "secret.txt", "../secret.txt"),
    ("a link to a folder outside", "out", ".."),
    ("an absolute link", "root", "/"),
    ("a link inside the site", "again.html", "index.html"),
    ("a link to a folder inside the site", "also", "teams"),
    ("a link to nothing", "gone", "nowhere"),
  ])
  func `no link is followed`(name: String, link: String, destination: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "secret.txt")
    try folder.write("page", to: "site/index.html")
    try folder.write("page", to: "site/teams/index.html")
    try folder.link("site/" + link, to: destination)
    let site = ServedFolder(path: folder.path + "/site")

    #expect(site.entry([link]) == nil)
    #expect(site.entry([link, "index.html"]) == nil)
    #expect(site.entry([link, "secret.txt"]) == nil)
    #expect(site.entry([link, "etc", "passwd"]) == nil)
  }

  @Test func `a site that is a link is not served`() throws {
    let folder = try TemporaryFolder()
    try folder.write("page", to: "other/index.html")
    try folder.link("site", to: "other")

    #expect(ServedFolder(path: folder.path + "/site").entry(["index.html"]) == nil)
  }

  @Test func `a pipe is neither waited for nor served`() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder.path + "/pipe.html", 0o644) == 0)

    #expect(ServedFolder(path: folder.path).entry(["pipe.html"]) == nil)
  }

  @Test func `many requests leave no file open`() throws {
    let folder = try TemporaryFolder()
    try folder.write("page", to: "teams/index.html")
    let site = ServedFolder(path: folder.path)

    for _ in 0..<3000 {
      #expect(site.entry(["teams", "index.html"]) != nil)
      #expect(site.entry(["teams", "none", "index.html"]) == nil)
    }
  }
}
